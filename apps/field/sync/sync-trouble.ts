/** Why a round stopped; whatever is left waits and is sent again. `older-app`: all is sent, and something new could not be read. */
export type SyncTrouble = 'offline' | 'signed-out' | 'server-fault' | 'older-app'
