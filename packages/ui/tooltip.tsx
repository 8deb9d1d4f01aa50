import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { Icon } from './icons.tsx'
import { useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'
import './tooltip.css'

export interface TooltipProps {
  /** One Button, IconButton or LinkButton. */
  readonly children: ReactNode
  readonly text: string
}

/** Extra words on hover and keyboard focus. Phones have no hover: nothing needed may stand only here. */
export const Tooltip = ({ children, text }: TooltipProps) => (
  <TooltipTrigger delay={400}>
    {children}
    <AriaTooltip className="tq-tooltip" offset={6}>
      {text}
    </AriaTooltip>
  </TooltipTrigger>
)

/** A small “i” that opens a definition on tap, click or Enter: works on phones too. */
export const Meaning = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => {
  const words = useWords(uiWords)
  return (
    <DialogTrigger>
      <AriaButton className="tq-meaning" aria-label={words.meaning(label)}>
        <Icon name="info" size={18} />
      </AriaButton>
      <Popover className="tq-popover tq-popover-text" offset={4}>
        <AriaDialog className="tq-meaning-dialog" aria-label={words.meaning(label)}>
          <p className="tq-meaning-label">{label}</p>
          <div>{children}</div>
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  )
}
