import type { ReactNode } from 'react'
import { TextLink } from './button.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './icons.tsx'
import { useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'
import { holdTogether } from './words.ts'
import './page-header.css'

export interface Crumb {
  readonly label: string
  /** Left out for the page itself. */
  readonly href?: string | undefined
}

/** Where this page stands. The last one is the page itself. On a phone only the way back is shown. */
export const Breadcrumbs = ({ crumbs }: { readonly crumbs: readonly Crumb[] }) => {
  const words = useWords(uiWords)
  return (
    <nav className="tq-crumbs" aria-label={words.breadcrumbs}>
      <ol>
        {crumbs.map((crumb, at) => (
          <li key={crumb.label} className={classNames(at === crumbs.length - 2 && 'tq-crumb-parent')}>
            {crumb.href === undefined ? (
              <span aria-current={at === crumbs.length - 1 ? 'page' : undefined}>{crumb.label}</span>
            ) : (
              <TextLink href={crumb.href}>{crumb.label}</TextLink>
            )}
            {at < crumbs.length - 1 && <Icon name="chevron-right" size={16} />}
          </li>
        ))}
      </ol>
    </nav>
  )
}

export interface PageHeaderProps {
  readonly title: string
  /** One line under the title: what this page is for, or whose it is. */
  readonly description?: ReactNode
  readonly crumbs?: readonly Crumb[] | undefined
  /** Small facts beside the title: badges. */
  readonly badges?: ReactNode
  readonly actions?: ReactNode
}

/** The head of a page: its only `h1`. */
export const PageHeader = ({ title, description, crumbs, badges, actions }: PageHeaderProps) => (
  <header className="tq-page-header">
    {crumbs !== undefined && crumbs.length > 1 && <Breadcrumbs crumbs={crumbs} />}
    <div className="tq-page-header-row">
      <div className="tq-page-header-text">
        <div className="tq-page-header-title">
          <h1>{holdTogether(title)}</h1>
          {badges}
        </div>
        {description !== undefined && <div className="tq-page-header-description">{description}</div>}
      </div>
      {actions !== undefined && <div className="tq-page-header-actions">{actions}</div>}
    </div>
  </header>
)

export interface SectionProps {
  readonly title: string
  readonly description?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** `plain` has no card around the content. */
  readonly look?: 'card' | 'plain' | undefined
}

/** A part of a page: a heading (`h2`) and its content, in a card. */
export const Section = ({ title, description, actions, children, look = 'card' }: SectionProps) => (
  <section className={`tq-section tq-section-${look}`}>
    <header className="tq-section-head">
      <div>
        <h2 className="tq-section-title">{holdTogether(title)}</h2>
        {description !== undefined && <div className="tq-section-description">{description}</div>}
      </div>
      {actions !== undefined && <div className="tq-section-actions">{actions}</div>}
    </header>
    <div className="tq-section-body">{children}</div>
  </section>
)

/** A quiet surface for content that belongs together. */
export const Card = ({ children }: { readonly children: ReactNode }) => <div className="tq-card">{children}</div>

/** Content under each other with even gaps; `grid` fills columns of at least 220 px. */
export const Stack = ({
  gap = 'normal',
  look = 'column',
  children,
}: {
  readonly gap?: 'small' | 'normal' | 'large' | undefined
  readonly look?: 'column' | 'grid' | undefined
  readonly children: ReactNode
}) => <div className={`tq-stack tq-stack-${look} tq-gap-${gap}`}>{children}</div>
