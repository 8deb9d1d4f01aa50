import { readFigures } from '@thaiqm/contract/measure/measure-routes.ts'
import { findFigure } from '@thaiqm/core/measure/figure.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { FigureTile } from '@thaiqm/ui/figure-tile.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ErrorState, Notice } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { useCallback, useEffect, useState } from 'react'
import { type CallFailure, call } from '../platform/api.ts'
import { failureText } from '../platform/failure-text.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { useLive } from '../platform/use-live.ts'

const words = defineWords({
  title: { th: 'ตัวเลขพื้นที่ของฉัน', en: 'Figures of my area' },
  asOf: { th: (at: string) => `ข้อมูล ณ ${at}`, en: at => `As of ${at}` },
  stale: { th: 'แสดงตัวเลขที่เก็บไว้ในเครื่อง', en: 'Figures kept on this phone' },
  household: { th: 'ครัวเรือน', en: 'households' },
  problem: { th: 'เรื่อง', en: 'problems' },
  pace: {
    th: (need: number, days: number) => `ต้องทำให้ได้วันละ ${need} อีก ${days} วัน`,
    en: (need, days) => `${need} a day for ${days} days`,
  },
})

const SHOWN = ['surveyed', 'coverage', 're-x-ray', 'missed-found', 'solved', 'overdue']

/** A few figures of my own area, as the district sees them: n of N with their moment; the last ones without a signal. */
export const MyFiguresScreen = () => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { actor, database } = useFieldApp()
  const key = `figures-${actor.areaCode}`
  // Kept by an older app, they may have another shape.
  const kept = useLive(`${database.name}-${key}`, async () => ({
    figures: readFigures.reply.safeParse((await database.facts.get(key))?.value).data,
  }))
  const figures = kept?.figures
  const [failure, setFailure] = useState<CallFailure>()
  const load = useCallback(async () => {
    setFailure(undefined)
    const answer = await call(readFigures, { query: { area: actor.areaCode } })
    if (answer.ok) await database.facts.put({ key, value: answer.value })
    else setFailure(answer)
  }, [actor, database, key])
  useEffect(() => {
    void load()
  }, [load])
  const shown = SHOWN.flatMap(key => figures?.area.figures.filter(value => value.key === key) ?? [])
  return (
    <Screen
      title={said.title}
      subtitle={figures === undefined ? undefined : language === 'th' ? figures.area.nameTh : figures.area.nameEn}
      backHref="/me"
      tab="me"
    >
      {figures === undefined && failure === undefined && <Skeleton look="block" />}
      {figures !== undefined && failure !== undefined && (
        <Notice tone="warning" title={said.stale}>
          {failureText(failure, language)}
        </Notice>
      )}
      {figures === undefined && failure !== undefined && (
        <ErrorState onRetry={() => void load()}>{failureText(failure, language)}</ErrorState>
      )}
      {figures !== undefined && (
        <p className="fd-muted fd-small">{said.asOf(formatInstant(figures.asOf, { language }))}</p>
      )}
      {shown.map(value => {
        const figure = findFigure(value.key)
        if (figure === undefined) return null
        const needed = value.pace?.neededPerDay ?? 0
        return (
          <FigureTile
            key={value.key}
            label={language === 'th' ? figure.nameTh : figure.nameEn}
            definition={language === 'th' ? figure.definitionTh : figure.definitionEn}
            n={value.n}
            of={value.of ?? undefined}
            unit={figure.unit === 'household' ? said.household : said.problem}
            tone={figure.goodWhen === 'low' ? 'warning' : 'primary'}
          >
            {value.pace !== null && needed > 0 && (
              <p className="fd-muted fd-small">{said.pace(needed, value.pace.daysLeft)}</p>
            )}
          </FigureTile>
        )
      })}
    </Screen>
  )
}
