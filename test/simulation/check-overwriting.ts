import type { State } from './memory-state.ts'
import type { Oracle } from './oracle.ts'

/** I6. */
export const checkOverwriting = (_state: State, _oracle: Oracle): void => undefined
