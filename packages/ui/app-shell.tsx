import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Link } from 'react-aria-components/Link'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from './button.tsx'
import { classNames } from './class-names.ts'
import { useDensity } from './density.ts'
import { Icon, type IconName } from './icons.tsx'
import { useWords } from './language.tsx'
import { SkipLink } from './skip-link.tsx'
import { keepChoice, readChoice } from './stored-choice.ts'
import { uiWords } from './ui-words.ts'
import './dialog.css'
import './app-shell.css'

export interface NavigationItem {
  readonly href: string
  readonly label: string
  readonly icon: IconName
  readonly isCurrent?: boolean | undefined
  /** How many wait there, already written for people: “12”. */
  readonly count?: string | undefined
}

export interface NavigationGroup {
  readonly label?: string | undefined
  readonly items: readonly NavigationItem[]
}

export interface AppShellProps {
  readonly brand: { readonly name: string; readonly tagline?: string | undefined; readonly href: string }
  readonly navigation: readonly NavigationGroup[]
  /** Left of the top bar: which area is looked at. */
  readonly area?: ReactNode
  /** Right of the top bar, before the person's menu: search, language. */
  readonly tools?: ReactNode
  readonly userMenu?: ReactNode
  /** Over everything: a deadline, a failing connection, a test system. */
  readonly banner?: ReactNode
  readonly children: ReactNode
}

const FOLD_KEY = 'thaiqm.menu'

interface NavigationProps {
  readonly groups: readonly NavigationGroup[]
  readonly isFolded?: boolean | undefined
  readonly onGo?: () => void
}

/** A menu longer than the window shows the page one is on. Only the menu moves: `scrollIntoView` would move the page too. */
const scrollToCurrent = (nav: HTMLElement | null) => {
  const item = nav?.querySelector('[aria-current="page"]')?.getBoundingClientRect()
  const box = nav?.parentElement
  if (item === undefined || !box) return
  const inside = box.getBoundingClientRect()
  if (item.bottom > inside.bottom) box.scrollTop += item.bottom - inside.bottom + item.height
  else if (item.top < inside.top) box.scrollTop -= inside.top - item.top + item.height
}

const Navigation = ({ groups, isFolded = false, onGo }: NavigationProps) => {
  const words = useWords(uiWords)
  const nav = useRef<HTMLElement>(null)
  const current = groups.flatMap(group => group.items).find(item => item.isCurrent === true)?.href
  useEffect(() => {
    if (current !== undefined) scrollToCurrent(nav.current)
  }, [current])
  return (
    <nav ref={nav} className="tq-nav" aria-label={words.mainMenu}>
      {groups.map(group => (
        <div key={group.label ?? group.items[0]?.href} className="tq-nav-group">
          {group.label !== undefined && <p className="tq-nav-label">{group.label}</p>}
          <ul>
            {group.items.map(item => (
              <li key={item.href} title={isFolded ? item.label : undefined}>
                <Link
                  href={item.href}
                  className="tq-nav-item"
                  {...(item.isCurrent === true ? { 'aria-current': 'page' as const } : {})}
                  {...(onGo === undefined ? {} : { onPress: onGo })}
                >
                  <Icon name={item.icon} size={22} />
                  <span className="tq-nav-text">{item.label}</span>
                  {item.count !== undefined && <span className="tq-nav-count">{item.count}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

const Brand = ({ brand }: Pick<AppShellProps, 'brand'>) => (
  <Link href={brand.href} className="tq-brand">
    <span className="tq-brand-mark" aria-hidden="true">
      <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
        <path className="tq-brand-roof" d="M3.5 15.5 16 5l12.5 10.5" />
        <path className="tq-brand-check" d="m9.5 19.5 4.8 5 8.6-9.3" />
      </svg>
    </span>
    <span className="tq-brand-text">
      <span className="tq-brand-name">{brand.name}</span>
      {brand.tagline !== undefined && <span className="tq-brand-tagline">{brand.tagline}</span>}
    </span>
  </Link>
)

/** The frame of the office: menu at the left (folds to icons; a drawer below 960 px), bar on top, content. */
export const AppShell = ({ brand, navigation, area, tools, userMenu, banner, children }: AppShellProps) => {
  const words = useWords(uiWords)
  const mainId = useId()
  useDensity('office')
  const [isFolded, setFolded] = useState(() => readChoice(FOLD_KEY, ['folded', 'open']) === 'folded')
  const [isMenuOpen, setMenuOpen] = useState(false)
  const fold = () => {
    keepChoice(FOLD_KEY, isFolded ? 'open' : 'folded')
    setFolded(!isFolded)
  }
  return (
    <div className={classNames('tq-shell', isFolded && 'tq-shell-folded')} data-density="office">
      <SkipLink to={mainId} />
      {banner !== undefined && (
        <section className="tq-shell-banner" aria-label={words.notifications}>
          {banner}
        </section>
      )}
      <div className="tq-shell-columns">
        <aside className="tq-shell-side">
          <div className="tq-shell-side-top">
            <Brand brand={brand} />
            <Navigation groups={navigation} isFolded={isFolded} />
          </div>
          <button
            type="button"
            className="tq-shell-fold"
            aria-pressed={isFolded}
            title={isFolded ? words.unfoldMenu : words.foldMenu}
            onClick={fold}
          >
            <Icon name={isFolded ? 'chevrons-right' : 'chevrons-left'} />
            <span className="tq-nav-text">{isFolded ? words.unfoldMenu : words.foldMenu}</span>
          </button>
        </aside>
        <div className="tq-shell-page">
          <header className="tq-shell-bar">
            <span className="tq-shell-menu-button">
              <IconButton icon="menu" label={words.openMenu} onPress={() => setMenuOpen(true)} />
            </span>
            <div className="tq-shell-area">{area}</div>
            <div className="tq-shell-tools">{tools}</div>
            {userMenu}
          </header>
          <main id={mainId} tabIndex={-1} className="tq-shell-main">
            {children}
          </main>
        </div>
      </div>
      <ModalOverlay
        isOpen={isMenuOpen}
        onOpenChange={setMenuOpen}
        isDismissable
        className="tq-overlay tq-overlay-menu"
        data-density="office"
      >
        <Modal className="tq-modal tq-modal-menu">
          <AriaDialog aria-label={words.mainMenu} className="tq-dialog">
            <div className="tq-shell-menu-head">
              <Brand brand={brand} />
              <IconButton icon="close" label={words.close} onPress={() => setMenuOpen(false)} />
            </div>
            <Navigation groups={navigation} onGo={() => setMenuOpen(false)} />
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </div>
  )
}
