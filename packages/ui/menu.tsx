import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Avatar } from './badge.tsx'
import { Button, type ButtonKind, IconButton } from './button.tsx'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icons.tsx'
import { useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'
import './menu.css'

export interface MenuAction {
  readonly id: string
  readonly label: string
  readonly icon?: IconName | undefined
  readonly onPress?: (() => void) | undefined
  readonly href?: string | undefined
  readonly isDangerous?: boolean | undefined
  readonly isDisabled?: boolean | undefined
}

const MenuList = ({
  label,
  actions,
  head,
}: {
  readonly label: string
  readonly actions: readonly MenuAction[]
  readonly head?: ReactNode
}) => (
  <Popover className="tq-popover" offset={4} placement="bottom end">
    {head}
    <AriaMenu className="tq-menu" aria-label={label}>
      {actions.map(action => (
        <AriaMenuItem
          key={action.id}
          id={action.id}
          textValue={action.label}
          isDisabled={action.isDisabled === true}
          className={classNames('tq-menu-item', action.isDangerous && 'tq-menu-danger')}
          {...(action.onPress === undefined ? {} : { onAction: action.onPress })}
          {...(action.href === undefined ? {} : { href: action.href })}
        >
          {action.icon !== undefined && <Icon name={action.icon} />}
          <span>{action.label}</span>
        </AriaMenuItem>
      ))}
    </AriaMenu>
  </Popover>
)

export interface MenuProps {
  /** The button's words; without them the button is three dots named `label`. */
  readonly text?: string | undefined
  readonly label?: string | undefined
  readonly icon?: IconName | undefined
  readonly kind?: ButtonKind | undefined
  readonly actions: readonly MenuAction[]
}

/** Actions behind one button. Arrow keys, first letters and Escape work. */
export const Menu = ({ text, label, icon, kind, actions }: MenuProps) => {
  const words = useWords(uiWords)
  const name = label ?? text ?? words.actions
  return (
    <MenuTrigger>
      {text === undefined ? (
        <IconButton icon={icon ?? 'more'} label={name} />
      ) : (
        <Button kind={kind} icon={icon} iconAfter="chevron-down">
          {text}
        </Button>
      )}
      <MenuList label={name} actions={actions} />
    </MenuTrigger>
  )
}

export interface UserMenuProps {
  readonly name: string
  /** Post and unit. */
  readonly position: string
  readonly actions: readonly MenuAction[]
  /** Under the name: ThemeSwitch, for instance. */
  readonly children?: ReactNode
}

/** Who is signed in, and what they can do about it. */
export const UserMenu = ({ name, position, actions, children }: UserMenuProps) => (
  <MenuTrigger>
    <AriaButton className="tq-user-button">
      <Avatar name={name} />
      <span className="tq-user-text">
        <span className="tq-user-name">{name}</span>
        <span className="tq-user-position">{position}</span>
      </span>
      <Icon name="chevron-down" size={16} />
    </AriaButton>
    <MenuList
      label={name}
      actions={actions}
      head={
        <div className="tq-user-head">
          <p className="tq-user-name">{name}</p>
          <p className="tq-user-position">{position}</p>
          {children}
        </div>
      }
    />
  </MenuTrigger>
)
