import type { ReactNode } from 'react'
import type { Tone } from './badge.tsx'
import { TextLink } from './button.tsx'
import { Icon, type IconName } from './icons.tsx'
import './definition-list.css'

export interface Definition {
  readonly term: string
  /** Shown as “–” when there is nothing. */
  readonly value: ReactNode
  /** A link beside it: “แก้ไข”. Its words must say what it changes. */
  readonly action?: { readonly label: string; readonly href: string } | undefined
}

/** What is known about one thing: terms at the left, values at the right; under each other on a phone. */
export const DefinitionList = ({ items }: { readonly items: readonly Definition[] }) => (
  <dl className="tq-definitions">
    {items.map(item => (
      <div key={item.term} className="tq-definition">
        <dt>{item.term}</dt>
        <dd>{item.value === null || item.value === undefined || item.value === '' ? '–' : item.value}</dd>
        {item.action !== undefined && (
          <dd className="tq-definition-action">
            <TextLink href={item.action.href}>{item.action.label}</TextLink>
          </dd>
        )}
      </div>
    ))}
  </dl>
)

export interface TimelineEvent {
  readonly id: string
  readonly title: ReactNode
  /** When, written for people, and for machines. */
  readonly at: string
  readonly dateTime?: string | undefined
  readonly by?: string | undefined
  readonly body?: ReactNode
  readonly icon?: IconName | undefined
  readonly tone?: Tone | undefined
}

/** What happened, one under the other, the newest where the caller puts it. */
export const Timeline = ({ label, events }: { readonly label: string; readonly events: readonly TimelineEvent[] }) => (
  <ol className="tq-timeline" aria-label={label}>
    {events.map(event => (
      <li key={event.id} className={`tq-timeline-event tq-timeline-${event.tone ?? 'neutral'}`}>
        <span className="tq-timeline-mark" aria-hidden="true">
          <Icon name={event.icon ?? 'check'} size={16} />
        </span>
        <div className="tq-timeline-body">
          <p className="tq-timeline-title">{event.title}</p>
          <p className="tq-timeline-when">
            <time dateTime={event.dateTime}>{event.at}</time>
            {event.by !== undefined && <span> · {event.by}</span>}
          </p>
          {event.body !== undefined && <div className="tq-timeline-text">{event.body}</div>}
        </div>
      </li>
    ))}
  </ol>
)
