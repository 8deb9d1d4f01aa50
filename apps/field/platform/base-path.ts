/** Where the server puts this app. */
export const BASE_PATH = '/field'

/** The address the browser shows for a page of this app: `/today` is `/field/today`. */
export const addressOf = (path: string): string => `${BASE_PATH}${path}`
