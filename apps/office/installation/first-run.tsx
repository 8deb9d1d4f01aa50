import type { SessionView } from '@thaiqm/contract/session/session-routes.ts'

export const FirstRunScreen = (_: { readonly view: SessionView }) => null
