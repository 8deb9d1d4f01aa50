import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button, IconButton } from './button.tsx'
import { focusControlIn } from './focus-control.ts'
import { useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'
import './dialog.css'

export interface DialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** Buttons at the foot; the main one first. */
  readonly actions?: ReactNode
  /** `dialog` in the middle; `drawer` from the side (from below on a phone). */
  readonly look?: 'dialog' | 'drawer' | undefined
  readonly size?: 'small' | 'normal' | 'large' | undefined
  /** A tap outside and Escape do not close it: for answers that must be given. */
  readonly isInsistent?: boolean | undefined
  readonly role?: 'dialog' | 'alertdialog' | undefined
}

const showFault = (foot: HTMLElement) => {
  const fault = foot.parentElement?.querySelector<HTMLElement>(
    '.tq-dialog-body :is(.tq-field[data-invalid], .tq-notice-danger)',
  )
  if (fault !== null && fault !== undefined) focusControlIn(fault)
}

/** After a button of the foot the first fault is brought into sight: on a phone it may lie far above or below. */
const watchFoot = (foot: HTMLElement | null) => {
  if (foot === null) return
  const look = () => requestAnimationFrame(() => requestAnimationFrame(() => showFault(foot)))
  foot.addEventListener('click', look)
  return () => foot.removeEventListener('click', look)
}

/** A layer over the page: keeps focus inside, returns it on closing, closes by Escape or a tap outside. */
export const Dialog = ({
  isOpen,
  onClose,
  title,
  children,
  actions,
  look = 'dialog',
  size = 'normal',
  isInsistent = false,
  role = 'dialog',
}: DialogProps) => {
  const words = useWords(uiWords)
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={open => {
        if (!open) onClose()
      }}
      isDismissable={!isInsistent}
      isKeyboardDismissDisabled={isInsistent}
      className={`tq-overlay tq-overlay-${look}`}
    >
      <Modal className={`tq-modal tq-modal-${look} tq-modal-${size}`}>
        <AriaDialog role={role} className="tq-dialog">
          <header className="tq-dialog-head">
            <Heading slot="title" level={2} className="tq-dialog-title">
              {title}
            </Heading>
            {!isInsistent && <IconButton icon="close" label={words.close} onPress={onClose} />}
          </header>
          <div className="tq-dialog-body">{children}</div>
          {actions !== undefined && (
            <footer ref={watchFoot} className="tq-dialog-foot">
              {actions}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** A panel from the right in the office, a sheet from below on a phone: filters, details beside a list. */
export const Drawer = (props: Omit<DialogProps, 'look'>) => <Dialog {...props} look="drawer" />

export interface ConfirmDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
  /** The question: “ลบร่างนี้หรือไม่”. */
  readonly title: string
  /** What will happen, and whether it can be undone. */
  readonly children?: ReactNode
  /** The verb of the deed, never just “ตกลง”. */
  readonly confirmLabel: string
  readonly cancelLabel?: string | undefined
  readonly isDangerous?: boolean | undefined
  readonly isPending?: boolean | undefined
}

/** Asks before a deed of weight. Stays open while `isPending`; the caller closes it. */
export const ConfirmDialog = ({
  isOpen,
  onClose,
  onConfirm,
  title,
  children,
  confirmLabel,
  cancelLabel,
  isDangerous = false,
  isPending = false,
}: ConfirmDialogProps) => {
  const words = useWords(uiWords)
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      size="small"
      role="alertdialog"
      isInsistent={isPending}
      actions={
        <>
          <Button kind={isDangerous ? 'danger' : 'primary'} onPress={onConfirm} isPending={isPending}>
            {confirmLabel}
          </Button>
          <Button onPress={onClose} isDisabled={isPending}>
            {cancelLabel ?? words.cancel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
