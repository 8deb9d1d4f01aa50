/** Why sending stopped; whatever is left waits and is sent again. */
export type SyncTrouble = 'offline' | 'signed-out' | 'server-fault'
