import { Text } from 'react-aria-components/Text'
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from 'react-aria-components/Toast'
import { Button, IconButton } from './button.tsx'
import { Icon, type IconName } from './icons.tsx'
import { useWords } from './language.tsx'
import type { NoticeTone } from './notice.tsx'
import { uiWords } from './ui-words.ts'
import './toast.css'

export interface ToastMessage {
  readonly title: string
  readonly description?: string | undefined
  readonly tone?: NoticeTone | undefined
  /** One thing to do about it, such as “เลิกทำ”. */
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })

// A toast with something to do on it stays until it is closed; others long enough to read twice.
const SHOWN_MS = 7000

/** Says that something is done. Not for errors a person must repair: those belong beside what is wrong. */
export const showToast = (toast: ToastMessage): void => {
  queue.add(toast, toast.action === undefined && toast.tone !== 'danger' ? { timeout: SHOWN_MS } : {})
}

const iconOf: Record<NoticeTone, IconName> = { info: 'info', good: 'check-circle', warning: 'warning', danger: 'alert' }

/** Where toasts appear; once in each app, inside UiProvider. */
export const ToastRegion = () => {
  const words = useWords(uiWords)
  return (
    <AriaToastRegion queue={queue} aria-label={words.notifications} className="tq-toasts">
      {({ toast }) => {
        const { title, description, tone = 'good', action } = toast.content
        return (
          <AriaToast toast={toast} className={`tq-toast tq-toast-${tone}`}>
            <Icon name={iconOf[tone]} size={22} />
            <ToastContent className="tq-toast-body">
              <Text slot="title" className="tq-toast-title">
                {title}
              </Text>
              {description !== undefined && <Text slot="description">{description}</Text>}
            </ToastContent>
            {action !== undefined && (
              <Button
                size="small"
                kind="quiet"
                slot={null}
                onPress={() => {
                  action.onPress()
                  queue.close(toast.key)
                }}
              >
                {action.label}
              </Button>
            )}
            <IconButton slot="close" icon="close" label={words.close} size="small" />
          </AriaToast>
        )
      }}
    </AriaToastRegion>
  )
}
