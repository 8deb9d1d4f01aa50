import { Badge } from '@thaiqm/ui/badge.tsx'
import { LinkButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { bandTone, bandWords } from './band-words.ts'
import { bands, countByBand } from './duties-today.ts'
import { useDutiesToday, useHasDuties } from './use-duties-today.ts'

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
  const hasDuties = useHasDuties()
  if (!hasDuties || duties == null) return null
  const counts = countByBand(duties)
  return (
    <section className="fd-card" aria-label={said.title}>
      <h2>{said.title}</h2>
      {duties.length === 0 ? (
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
            {said.open(duties.length)}
          </LinkButton>
        </>
      )}
    </section>
  )
}
