import { type ReactNode, useEffect, useRef } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading } from 'react-aria-components/Heading'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
import { Icon } from './icons.tsx'
import './tabs.css'

export interface TabItem {
  readonly id: string
  readonly label: string
  readonly count?: string | undefined
  /** With it the tab is a link and the router shows the panel. */
  readonly href?: string | undefined
  readonly content?: ReactNode
}

export interface TabsProps {
  readonly label: string
  readonly tabs: readonly TabItem[]
  /** Controlled: the id that stands open, and what to do on a choice. */
  readonly selected?: string | undefined
  readonly onSelect?: ((id: string) => void) | undefined
}

/** More tabs than the screen is wide: the open one is in sight. Only the row moves, not the page. */
const bringIntoRow = (list: HTMLElement | null) => {
  const tab = list?.querySelector<HTMLElement>('[aria-selected="true"]')
  if (!list || !tab) return
  const [row, box] = [list.getBoundingClientRect(), tab.getBoundingClientRect()]
  if (box.left < row.left || box.right > row.right) list.scrollLeft += (box.left + box.right - row.left - row.right) / 2
}

/** Views of the same thing beside each other. Arrow keys move between them. */
export const Tabs = ({ label, tabs, selected, onSelect }: TabsProps) => {
  const list = useRef<HTMLDivElement>(null)
  // The numbers beside the words come later, and make the tabs wider.
  const counts = tabs.map(tab => tab.count ?? '').join()
  useEffect(() => {
    if (selected !== undefined && counts !== undefined) bringIntoRow(list.current)
  }, [selected, counts])
  return (
    <AriaTabs
      className="tq-tabs"
      {...(selected === undefined ? {} : { selectedKey: selected })}
      {...(onSelect === undefined ? {} : { onSelectionChange: key => onSelect(String(key)) })}
    >
      <TabList ref={list} aria-label={label} className="tq-tab-list">
        {tabs.map(tab => (
          <Tab key={tab.id} id={tab.id} className="tq-tab" {...(tab.href === undefined ? {} : { href: tab.href })}>
            {tab.label}
            {tab.count !== undefined && <span className="tq-tab-count">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(tab =>
        tab.content === undefined ? null : (
          <TabPanel key={tab.id} id={tab.id} className="tq-tab-panel">
            {tab.content}
          </TabPanel>
        ),
      )}
    </AriaTabs>
  )
}

export interface DisclosureProps {
  readonly title: string
  readonly children: ReactNode
  readonly isOpen?: boolean | undefined
  readonly onToggle?: ((isOpen: boolean) => void) | undefined
  readonly isOpenAtFirst?: boolean | undefined
  /** Of its heading: one below what it stands under; 3 if left out. */
  readonly level?: 2 | 3 | 4 | undefined
}

/** More for those who want it: a line that opens. */
export const Disclosure = ({
  title,
  children,
  isOpen,
  onToggle,
  isOpenAtFirst = false,
  level = 3,
}: DisclosureProps) => (
  <AriaDisclosure
    className="tq-disclosure"
    defaultExpanded={isOpenAtFirst}
    {...(isOpen === undefined ? {} : { isExpanded: isOpen })}
    {...(onToggle === undefined ? {} : { onExpandedChange: onToggle })}
  >
    <Heading level={level} className="tq-disclosure-heading">
      <AriaButton slot="trigger" className="tq-disclosure-button">
        <Icon name="chevron-right" size={18} />
        {title}
      </AriaButton>
    </Heading>
    <DisclosurePanel className="tq-disclosure-panel">
      <div className="tq-disclosure-inside">{children}</div>
    </DisclosurePanel>
  </AriaDisclosure>
)
