import type { FigureValue } from '@thaiqm/contract/measure/measure-routes.ts'
import type { Figure } from '@thaiqm/core/measure/figure.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { formatNumber, formatPercent } from '@thaiqm/ui/format.ts'
import { Icon } from '@thaiqm/ui/icons.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ProgressBar } from '@thaiqm/ui/progress.tsx'
import { Meaning } from '@thaiqm/ui/tooltip.tsx'
import { defineWords, holdTogether } from '@thaiqm/ui/words.ts'
import { CountLink } from './count-link.tsx'
import { isBehind } from './league.ts'
import { listAddress } from './list-address.ts'

const words = defineWords({
  of: { th: 'จาก', en: 'of' },
  household: { th: 'ครัวเรือน', en: 'households' },
  problem: { th: 'ปัญหา', en: 'problems' },
  left: {
    th: (days: string, day: string) => `เหลือ ${days} วัน ถึง ${day}`,
    en: (days, day) => `${days} days left until ${day}`,
  },
  passed: { th: (day: string) => `พ้นกำหนด ${day}`, en: day => `Deadline ${day} has passed` },
  needed: { th: 'ต้องทำวันละ', en: 'Needed a day' },
  recent: { th: 'เฉลี่ย 7 วัน', en: '7-day average' },
  behind: { th: 'ช้ากว่าที่ต้องทำ', en: 'Behind' },
  onTrack: { th: 'ทันกำหนด', en: 'On track' },
  done: { th: 'ครบแล้ว', en: 'Complete' },
  nothing: { th: 'ยังไม่มีรายการ', en: 'Nothing to count yet' },
  remaining: { th: 'คงเหลือ', en: 'Remaining' },
  asOf: { th: (when: string) => `ข้อมูล ณ ${when}`, en: when => `As of ${when}` },
})

const Pace = ({ value, of }: { readonly value: NonNullable<FigureValue['pace']>; readonly of: number | null }) => {
  const { language } = useLanguage()
  const say = useWords(words)
  const write = (n: number, decimals = 0) => formatNumber(n, language, { decimals })
  const deadline = formatDay(value.deadline, { language })
  const isLate = !value.onTrack && value.remaining > 0
  return (
    <div className={isLate ? 'of-pace of-pace-behind' : 'of-pace'}>
      <p className="of-pace-head">
        <span className="of-pace-state">
          <Icon
            name={of === 0 ? 'info' : value.remaining === 0 ? 'check-circle' : isLate ? 'warning' : 'check'}
            size={16}
          />
          {of === 0 ? say.nothing : value.remaining === 0 ? say.done : isLate ? say.behind : say.onTrack}
        </span>
        <span>{value.daysLeft > 0 ? say.left(write(value.daysLeft), deadline) : say.passed(deadline)}</span>
      </p>
      {value.remaining > 0 && (
        <dl className="of-pace-rates">
          <div>
            <dt>{say.remaining}</dt>
            <dd>{write(value.remaining)}</dd>
          </div>
          <div>
            <dt>{say.needed}</dt>
            <dd>{value.neededPerDay === null ? '–' : write(value.neededPerDay)}</dd>
          </div>
          <div>
            <dt>{say.recent}</dt>
            <dd>{write(value.recentPerDay, Number.isInteger(value.recentPerDay) ? 0 : 1)}</dd>
          </div>
        </dl>
      )}
    </div>
  )
}

export interface FigureCardProps {
  readonly figure: Figure
  readonly value: FigureValue
  readonly area: string
  readonly asOf: string
  /** Numbers of an earlier day open no list: lists are of now, and would not add up. */
  readonly isEarlier: boolean
  readonly size: 'lead' | 'small'
}

/** One figure of an area: n of N, how far, how fast, as of when; both numbers open what they count. */
export const FigureCard = ({ figure, value, area, asOf, isEarlier, size }: FigureCardProps) => {
  const { language } = useLanguage()
  const say = useWords(words)
  const label = language === 'th' ? figure.nameTh : figure.nameEn
  const definition = language === 'th' ? figure.definitionTh : figure.definitionEn
  const numeratorHref = isEarlier ? undefined : listAddress(figure.numerator, area)
  const denominatorHref = isEarlier || figure.denominator === null ? undefined : listAddress(figure.denominator, area)
  const isBad = isBehind(value) || (figure.goodWhen === 'low' && figure.key === 'overdue' && value.n > 0)
  return (
    <article className={`of-figure of-figure-${size}`} aria-label={label}>
      <div className="of-figure-top">
        <h3 className="of-figure-label">{holdTogether(label)}</h3>
        <Meaning label={label}>{definition}</Meaning>
      </div>
      <p className="of-figure-value">
        <CountLink n={value.n} href={numeratorHref} label={label} className="of-figure-n" />
        {value.of === null ? (
          <span className="of-muted">{say[figure.unit]}</span>
        ) : (
          <span className="of-figure-of">
            {say.of} <CountLink n={value.of} href={denominatorHref} label={`${label} ${say.of}`} />{' '}
            {size === 'lead' && say[figure.unit]}
          </span>
        )}
        {value.of !== null && (
          <span className={isBad ? 'of-figure-percent of-bad' : 'of-figure-percent'}>
            {formatPercent(value.n, value.of, language)}
          </span>
        )}
      </p>
      {value.of !== null && (
        <ProgressBar
          isBare
          label={label}
          n={value.n}
          of={value.of}
          tone={isBad ? 'danger' : figure.goodWhen === 'high' ? 'primary' : 'warning'}
        />
      )}
      {size === 'lead' && value.pace !== null && <Pace value={value.pace} of={value.of} />}
      <p className="of-figure-as-of">{say.asOf(asOf)}</p>
    </article>
  )
}
