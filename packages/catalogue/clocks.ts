import { type Clocks, clocks as clocksShape } from '@thaiqm/core/duty/clocks.ts'
import clocksJson from './clocks.json' with { type: 'json' }

/** Days for answering, looking again, verifying, escalating. Apart from the catalogue: a phone's list needs no more. */
export const clocks: Clocks = clocksShape.parse(clocksJson)
