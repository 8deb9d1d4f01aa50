import { type ReactNode, useId } from 'react'
import { Link } from 'react-aria-components/Link'
import type { NavigationItem } from './app-shell.tsx'
import { classNames } from './class-names.ts'
import { useDensity } from './density.ts'
import { Icon } from './icons.tsx'
import { useWords } from './language.tsx'
import { SkipLink } from './skip-link.tsx'
import { uiWords } from './ui-words.ts'
import { holdTogether } from './words.ts'
import './field-shell.css'

export interface FieldShellProps {
  readonly title: string
  /** A small line under the title: which house, which village. */
  readonly subtitle?: string | undefined
  /** Where “back” goes; without it there is none. */
  readonly backHref?: string | undefined
  /** Right of the bar: IconButtons. */
  readonly actions?: ReactNode
  /** A line under the bar that always stays: what is sent and what is not. */
  readonly status?: ReactNode
  /** At most five, at the bottom where the thumb is. Left out inside a form. */
  readonly tabs?: readonly NavigationItem[] | undefined
  /** The button that goes on, kept above the tabs. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/** The frame of a phone screen, for one hand: bar on top, content, a foot with the next step, tabs. */
export const FieldShell = ({ title, subtitle, backHref, actions, status, tabs, foot, children }: FieldShellProps) => {
  const words = useWords(uiWords)
  const mainId = useId()
  useDensity('field')
  return (
    <div className={classNames('tq-field-shell', tabs !== undefined && 'tq-field-shell-tabs')} data-density="field">
      <SkipLink to={mainId} />
      <header className="tq-field-top">
        <div className="tq-field-bar">
          {backHref !== undefined && (
            <Link href={backHref} className="tq-field-back" aria-label={words.back}>
              <Icon name="arrow-left" size={24} />
            </Link>
          )}
          <div className="tq-field-heading">
            <h1 className="tq-field-title">{holdTogether(title)}</h1>
            {subtitle !== undefined && <p className="tq-field-subtitle">{subtitle}</p>}
          </div>
          {actions !== undefined && <div className="tq-field-actions">{actions}</div>}
        </div>
        {status !== undefined && <div className="tq-field-status">{status}</div>}
      </header>
      <main id={mainId} tabIndex={-1} className="tq-field-main">
        {children}
      </main>
      {(foot !== undefined || tabs !== undefined) && (
        <div className="tq-field-bottom">
          {foot !== undefined && <div className="tq-field-foot">{foot}</div>}
          {tabs !== undefined && (
            <nav className="tq-field-tabs" aria-label={words.mainMenu}>
              {tabs.map(tab => (
                <Link
                  key={tab.href}
                  href={tab.href}
                  className="tq-field-tab"
                  {...(tab.isCurrent === true ? { 'aria-current': 'page' as const } : {})}
                >
                  <span className="tq-field-tab-icon">
                    <Icon name={tab.icon} size={24} />
                    {tab.count !== undefined && <span className="tq-field-tab-count">{tab.count}</span>}
                  </span>
                  <span>{tab.label}</span>
                </Link>
              ))}
            </nav>
          )}
        </div>
      )}
    </div>
  )
}
