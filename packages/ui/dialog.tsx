import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button, IconButton } from './button.tsx'
import { FieldStack, MarkMissing } from './field.tsx'
import { focusControlIn } from './focus-control.ts'
import { useWords } from './language.tsx'
import { ErrorNotice } from './notice.tsx'
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

interface DeedProps {
  /** The verb of the deed, never just “ตกลง”. */
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly cancelLabel?: string | undefined
  readonly isDangerous?: boolean | undefined
  /** While it runs there is no second press and no way out. */
  readonly isPending?: boolean | undefined
}

const DeedButtons = ({
  confirmLabel,
  onConfirm,
  cancelLabel,
  onCancel,
  isDangerous = false,
  isPending = false,
  isDisabled = false,
}: DeedProps & { readonly onCancel: () => void; readonly isDisabled?: boolean | undefined }) => {
  const words = useWords(uiWords)
  return (
    <>
      <Button
        kind={isDangerous ? 'danger' : 'primary'}
        onPress={onConfirm}
        isPending={isPending}
        isDisabled={isDisabled}
      >
        {confirmLabel}
      </Button>
      <Button onPress={onCancel} isDisabled={isPending}>
        {cancelLabel ?? words.cancel}
      </Button>
    </>
  )
}

export interface ConfirmDialogProps extends DeedProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** The question: “ลบร่างนี้หรือไม่”. */
  readonly title: string
  /** What will happen, and whether it can be undone. */
  readonly children?: ReactNode
}

/** Asks before a deed of weight. Stays open while `isPending`; the caller closes it. */
export const ConfirmDialog = ({ isOpen, onClose, title, children, ...deed }: ConfirmDialogProps) => (
  <Dialog
    isOpen={isOpen}
    onClose={onClose}
    title={title}
    size="small"
    role="alertdialog"
    isInsistent={deed.isPending}
    actions={<DeedButtons {...deed} onCancel={onClose} />}
  >
    {children}
  </Dialog>
)

export interface FormDialogProps extends DeedProps, Pick<DialogProps, 'onClose' | 'title' | 'size' | 'children'> {
  /** Where the second button does not close: what it does. */
  readonly onCancel?: (() => void) | undefined
  /** The deed cannot be done now, whatever is filled in. */
  readonly isDisabled?: boolean | undefined
  /** What stands in the way of the deed, above the buttons. */
  readonly error?: string | null | undefined
  /** The deed was tried too early: required fields that are empty say so. */
  readonly isMissingMarked?: boolean | undefined
}

/** Fields with one deed at their foot. Open as long as it is there; stays open while `isPending`. */
export const FormDialog = ({
  title,
  size,
  onClose,
  onCancel = onClose,
  error,
  isMissingMarked = false,
  children,
  ...deed
}: FormDialogProps) => (
  <Dialog
    isOpen
    onClose={onClose}
    title={title}
    size={size}
    isInsistent={deed.isPending}
    actions={<DeedButtons {...deed} onCancel={onCancel} />}
  >
    <FieldStack>
      <MarkMissing isOn={isMissingMarked}>{children}</MarkMissing>
      <ErrorNotice>{error}</ErrorNotice>
    </FieldStack>
  </Dialog>
)
