import { iconPaths } from './icon-paths.ts'
import './icons.css'

export type IconName = keyof typeof iconPaths

export const iconNames = Object.keys(iconPaths) as IconName[]

export interface IconProps {
  readonly name: IconName
  /** Pixels beside text of the usual size, growing with it; 20 if left out. */
  readonly size?: number | undefined
  /** Only where no text stands beside it; otherwise the icon is decoration and hidden from readers. */
  readonly label?: string | undefined
  readonly className?: string | undefined
}

export const Icon = ({ name, size = 20, label, className }: IconProps) => {
  const shared = {
    className: className === undefined ? 'tq-icon' : `tq-icon ${className}`,
    width: `${size / 16}rem`,
    height: `${size / 16}rem`,
    viewBox: '0 0 24 24',
    focusable: false,
  }
  const path = <path d={iconPaths[name]} />
  return label === undefined ? (
    <svg {...shared} aria-hidden="true">
      {path}
    </svg>
  ) : (
    <svg {...shared} role="img" aria-label={label}>
      {path}
    </svg>
  )
}
