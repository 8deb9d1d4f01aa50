import type { CSSProperties, ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Icon, type IconName } from './icons.tsx'
import './badge.css'

export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'danger'

export interface BadgeProps {
  readonly tone?: Tone | undefined
  readonly icon?: IconName | undefined
  readonly children: ReactNode
}

/** A state in a word or two. The word carries the meaning; the colour only helps. */
export const Badge = ({ tone = 'neutral', icon, children }: BadgeProps) => (
  <span className={`tq-badge tq-badge-${tone}`}>
    {icon !== undefined && <Icon name={icon} size={15} />}
    {children}
  </span>
)

/** A dot before a word, where many states stand under each other and badges would shout. */
export const StatusDot = ({ tone = 'neutral', children }: Omit<BadgeProps, 'icon'>) => (
  <span className={`tq-status tq-status-${tone}`}>
    <span className="tq-status-dot" aria-hidden="true" />
    <span>{children}</span>
  </span>
)

export interface ChipProps {
  readonly children: ReactNode
  readonly icon?: IconName | undefined
  /** With it the chip is a switch: a filter that is on or off. */
  readonly isSelected?: boolean | undefined
  readonly onChange?: ((isSelected: boolean) => void) | undefined
  /** With it the chip has a cross: a filter in force that can be taken away. */
  readonly onRemove?: (() => void) | undefined
  /** What the cross says: “ลบตัวกรอง ตำบลกุดแข้”. */
  readonly removeLabel?: string | undefined
}

/** A small choice or a filter in force. */
export const Chip = ({ children, icon, isSelected, onChange, onRemove, removeLabel }: ChipProps) => {
  const inside = (
    <>
      {icon !== undefined && <Icon name={icon} size={16} />}
      {children}
    </>
  )
  if (onChange !== undefined) {
    return (
      <ToggleButton className="tq-chip tq-chip-toggle" isSelected={isSelected === true} onChange={onChange}>
        {isSelected === true && icon === undefined && <Icon name="check" size={16} />}
        {inside}
      </ToggleButton>
    )
  }
  return (
    <span className="tq-chip">
      {inside}
      {onRemove !== undefined && (
        <AriaButton className="tq-chip-remove" aria-label={removeLabel ?? String(children)} onPress={onRemove}>
          <Icon name="close" size={14} />
        </AriaButton>
      )}
    </span>
  )
}

/** Chips in a row that wraps. */
export const ChipRow = ({ children }: { readonly children: ReactNode }) => <div className="tq-chip-row">{children}</div>

/** A person's initials in a circle; decoration, so the name must stand beside it. */
export const Avatar = ({ name, size = 36 }: { readonly name: string; readonly size?: number | undefined }) => (
  <span className="tq-avatar" aria-hidden="true" style={{ '--tq-avatar-size': `${size}px` } as CSSProperties}>
    {initialsOf(name)}
  </span>
)

// A Thai syllable may start with a vowel sign written first (เ แ โ ใ ไ); the consonant after it is the initial.
const initialsOf = (name: string): string =>
  name
    .replace(/^(นางสาว|นาย|นาง|น\.ส\.|Mr\.?|Mrs\.?|Ms\.?)\s*/, '')
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map(part => [...part.replace(/^[เแโใไ]/, '')][0] ?? '')
    .join('')
