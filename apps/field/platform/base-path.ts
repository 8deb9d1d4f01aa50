/** Where the server puts this app. */
export const BASE_PATH = '/field'
