import { Badge } from '@thaiqm/ui/badge.tsx'
import { LinkButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { bandTone, bandWords } from './band-words.ts'
import { bands, countByBand } from './duties-today.ts'
import { useDutiesToday, useHasDuties } from './use-duties-today.ts'
import { useMeetingsToday } from './use-meetings-today.ts'

const words = defineWords({
  title: { th: 'งานวันนี้', en: 'Today' },
  none: { th: 'ไม่มีงานที่ครบกำหนดภายใน 30 วัน', en: 'Nothing is due within 30 days' },
  open: { th: (n: number) => `ดูงานที่รอท่าน ${n} เรื่อง`, en: n => `See what waits for you (${n})` },
})

/** On the first page: how much waits, by how soon, and the way to the list. Nothing where there is nothing to count. */
export const TodayCard = () => {
  const said = useWords(words)
  const bandSaid = useWords(bandWords)
  const duties = useDutiesToday()
  const meetings = useMeetingsToday()
  const hasDuties = useHasDuties()
  if (!hasDuties || duties === undefined || (duties === null && meetings.length === 0)) return null
  const waiting = [...(duties ?? []), ...meetings]
  const counts = countByBand(waiting)
  return (
    <section className="fd-card" aria-label={said.title}>
      <h2>{said.title}</h2>
      {waiting.length === 0 ? (
        <p className="fd-muted">{said.none}</p>
      ) : (
        <>
          <div className="fd-row">
            {bands.map(band =>
              counts[band] === 0 ? null : (
                <Badge key={band} tone={bandTone[band]}>
                  {bandSaid[band](counts[band])}
                </Badge>
              ),
            )}
          </div>
          <LinkButton icon="clock" isWide href="/today">
            {said.open(waiting.length)}
          </LinkButton>
        </>
      )}
    </section>
  )
}
