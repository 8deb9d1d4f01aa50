import type { ReactNode } from 'react'
import { Button, IconButton } from './button.tsx'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icons.tsx'
import { useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'
import './notice.css'

export type NoticeTone = 'info' | 'good' | 'warning' | 'danger'

const iconOf: Record<NoticeTone, IconName> = { info: 'info', good: 'check-circle', warning: 'warning', danger: 'alert' }

export interface NoticeProps {
  readonly tone?: NoticeTone | undefined
  readonly title?: string | undefined
  readonly children?: ReactNode
  /** Buttons or links under the text. */
  readonly actions?: ReactNode
  readonly onClose?: (() => void) | undefined
  /** `banner` runs over the whole width with no corners: for the top of a shell. */
  readonly look?: 'box' | 'banner' | undefined
  /** Read aloud at once when it appears. For what the person must know now, not for what stood there on arrival. */
  readonly isLive?: boolean | undefined
}

/** A message that belongs to the page. What passes by itself is a toast. */
export const Notice = ({
  tone = 'info',
  title,
  children,
  actions,
  onClose,
  look = 'box',
  isLive = false,
}: NoticeProps) => {
  const words = useWords(uiWords)
  const live = isLive ? { role: tone === 'danger' ? 'alert' : 'status' } : {}
  return (
    <div {...live} className={classNames('tq-notice', `tq-notice-${tone}`, look === 'banner' && 'tq-notice-banner')}>
      <Icon name={iconOf[tone]} size={22} label={words[tone]} />
      <div className="tq-notice-body">
        {title !== undefined && <p className="tq-notice-title">{title}</p>}
        {children !== undefined && <div className="tq-notice-text">{children}</div>}
        {actions !== undefined && <div className="tq-notice-actions">{actions}</div>}
      </div>
      {onClose !== undefined && <IconButton icon="close" label={words.close} size="small" onPress={onClose} />}
    </div>
  )
}

/** What went wrong or stands in the way, read aloud at once; nothing as long as there is nothing to say. */
export const ErrorNotice = ({ children }: { readonly children: string | null | undefined }) =>
  children == null ? null : (
    <Notice tone="danger" isLive>
      {children}
    </Notice>
  )

/** Says that there is no connection and that work goes on. `waiting` tells what still lies on the device. */
export const OfflineNotice = ({ waiting }: { readonly waiting?: string | undefined }) => {
  const words = useWords(uiWords)
  return (
    <div role="status" className="tq-notice tq-notice-offline">
      <Icon name="cloud-off" size={22} />
      <div className="tq-notice-body">
        <p className="tq-notice-title">{words.offlineTitle}</p>
        <div className="tq-notice-text">{waiting ?? words.offlineBody}</div>
      </div>
    </div>
  )
}

export interface EmptyStateProps {
  readonly icon?: IconName | undefined
  /** What is not there. */
  readonly title: string
  /** What to do about it. */
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** Where a list would be: says what is missing and what to do. */
export const EmptyState = ({ icon = 'inbox', title, children, actions }: EmptyStateProps) => (
  <div className="tq-empty">
    <span className="tq-empty-icon">
      <Icon name={icon} size={28} />
    </span>
    <p className="tq-empty-title">{title}</p>
    {children !== undefined && <div className="tq-empty-text">{children}</div>}
    {actions !== undefined && <div className="tq-empty-actions">{actions}</div>}
  </div>
)

export interface ErrorStateProps {
  readonly title?: string | undefined
  readonly children?: ReactNode
  readonly onRetry?: (() => void) | undefined
  readonly isRetrying?: boolean | undefined
  /** A number the help desk can look up. */
  readonly reference?: string | undefined
}

/** Where content would be that could not be loaded. */
export const ErrorState = ({ title, children, onRetry, isRetrying, reference }: ErrorStateProps) => {
  const words = useWords(uiWords)
  return (
    <div className="tq-empty tq-empty-error" role="alert">
      <span className="tq-empty-icon">
        <Icon name="alert" size={28} />
      </span>
      <p className="tq-empty-title">{title ?? words.failedTitle}</p>
      {children !== undefined && <div className="tq-empty-text">{children}</div>}
      {reference !== undefined && <code className="tq-empty-reference">{reference}</code>}
      {onRetry !== undefined && (
        <div className="tq-empty-actions">
          <Button icon="sync" onPress={onRetry} isPending={isRetrying}>
            {words.retry}
          </Button>
        </div>
      )}
    </div>
  )
}
