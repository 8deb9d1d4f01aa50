import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components/Link'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icons.tsx'
import { useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'
import './button.css'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

interface ButtonLook {
  /** One primary button a screen; `danger` only for what cannot be undone. Secondary if left out. */
  readonly kind?: ButtonKind | undefined
  readonly size?: 'normal' | 'small' | 'large' | undefined
  readonly icon?: IconName | undefined
  readonly iconAfter?: IconName | undefined
  /** As wide as its container, for the foot of a phone screen. */
  readonly isWide?: boolean | undefined
}

const lookOf = ({ kind = 'secondary', size = 'normal', isWide }: ButtonLook) =>
  classNames('tq-button', `tq-button-${kind}`, size !== 'normal' && `tq-button-${size}`, isWide && 'tq-button-wide')

const Inside = ({ icon, iconAfter, children }: Pick<ButtonLook, 'icon' | 'iconAfter'> & { children: ReactNode }) => (
  <>
    {icon !== undefined && <Icon name={icon} />}
    <span className="tq-button-text">{children}</span>
    {iconAfter !== undefined && <Icon name={iconAfter} />}
  </>
)

export interface ButtonProps
  extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending'>,
    ButtonLook {
  readonly children: ReactNode
  /** The work runs: the button keeps its width and focus, cannot be pressed again, and says so to readers. */
  readonly isPending?: boolean | undefined
}

export const Button = ({ kind, size, icon, iconAfter, isWide, isPending = false, children, ...rest }: ButtonProps) => {
  const words = useWords(uiWords)
  return (
    <AriaButton {...rest} isPending={isPending} className={lookOf({ kind, size, isWide })}>
      <Inside icon={icon} iconAfter={iconAfter}>
        {children}
      </Inside>
      {isPending && <Spinner label={words.working} />}
    </AriaButton>
  )
}

/** A turning ring. `label` is read aloud. */
export const Spinner = ({ label }: { readonly label: string }) => (
  <span className="tq-spinner" role="progressbar" aria-label={label} />
)

export interface LinkButtonProps extends Omit<AriaLinkProps, 'children' | 'className' | 'style'>, ButtonLook {
  readonly href: string
  readonly children: ReactNode
}

/** Looks like a button and goes somewhere: a real `<a>`, so it can be opened in a new tab. */
export const LinkButton = ({ kind, size, icon, iconAfter, isWide, children, ...rest }: LinkButtonProps) => (
  <AriaLink {...rest} className={lookOf({ kind, size, isWide })}>
    <Inside icon={icon} iconAfter={iconAfter}>
      {children}
    </Inside>
  </AriaLink>
)

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  readonly icon: IconName
  /** Read aloud and shown as the title. */
  readonly label: string
  readonly kind?: 'quiet' | 'secondary' | undefined
  readonly size?: 'normal' | 'small' | undefined
}

export const IconButton = ({ icon, label, kind = 'quiet', size = 'normal', ...rest }: IconButtonProps) => (
  <AriaButton
    {...rest}
    aria-label={label}
    className={classNames('tq-button tq-icon-button', `tq-button-${kind}`, size === 'small' && 'tq-button-small')}
  >
    <Icon name={icon} />
  </AriaButton>
)

export interface IconLinkProps extends Omit<AriaLinkProps, 'children' | 'className' | 'style' | 'aria-label'> {
  readonly href: string
  readonly icon: IconName
  /** Read aloud. */
  readonly label: string
}

/** Looks like a quiet IconButton and goes somewhere. */
export const IconLink = ({ icon, label, ...rest }: IconLinkProps) => (
  <AriaLink {...rest} aria-label={label} className="tq-button tq-icon-button tq-button-quiet">
    <Icon name={icon} />
  </AriaLink>
)

export interface TextLinkProps extends Omit<AriaLinkProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode
  readonly icon?: IconName | undefined
}

/** A link inside text or a list, going through the app's router. */
export const TextLink = ({ icon, children, ...rest }: TextLinkProps) => (
  <AriaLink {...rest} className="tq-text-link">
    {icon !== undefined && <Icon name={icon} size={18} />}
    {children}
  </AriaLink>
)

/** Buttons side by side with even gaps; on a phone they stack, the first one on top. */
export const ButtonRow = ({
  align = 'start',
  children,
}: {
  readonly align?: 'start' | 'end' | 'between' | undefined
  readonly children: ReactNode
}) => <div className={`tq-button-row tq-button-row-${align}`}>{children}</div>
