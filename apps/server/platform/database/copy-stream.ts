import { once } from 'node:events'
import { type Duplex, Readable } from 'node:stream'
import type pg from 'pg'

/** What COPY needs of pg's connection; its types leave it out. */
interface CopyConnection {
  readonly stream: Duplex
  query(text: string): void
  sendCopyFromChunk(chunk: Uint8Array): void
  endCopyFrom(): void
  sendCopyFail(message: string): void
}

const nothing = (): void => undefined

const handlersOfNoInterest = {
  handleRowDescription: nothing,
  handleDataRow: nothing,
  handlePortalSuspended: nothing,
  handleEmptyQuery: nothing,
}

/** What a `copy … to stdout` answers, as it comes: the server waits while nobody reads, so memory stays bounded. */
export const copyOut = (client: pg.ClientBase, text: string): Readable => {
  let connection: CopyConnection | undefined
  const readable = new Readable({ read: () => void connection?.stream.resume() })
  const submit = (given: CopyConnection): void => {
    connection = given
    given.query(text)
  }
  client.query({
    ...handlersOfNoInterest,
    submit: submit as unknown as pg.Submittable['submit'],
    // The parser uses its buffer again, so what is handed on is a copy.
    handleCopyData: ({ chunk }: { readonly chunk: Uint8Array }) => {
      if (!readable.destroyed && !readable.push(Buffer.from(chunk))) connection?.stream.pause()
    },
    handleCommandComplete: nothing,
    handleCopyInResponse: (given: CopyConnection) => given.sendCopyFail('copy out was asked for'),
    handleReadyForQuery: () => {
      if (!readable.destroyed) readable.push(null)
    },
    handleError: (error: Error) => {
      connection?.stream.resume()
      readable.destroy(error)
    },
  } as pg.Submittable)
  readable.once('close', () => void connection?.stream.resume())
  return readable
}

const pump = async (connection: CopyConnection, source: Readable, isOver: () => boolean): Promise<void> => {
  try {
    for await (const chunk of source) {
      if (isOver()) return
      connection.sendCopyFromChunk(chunk as Uint8Array)
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
    }
    connection.endCopyFrom()
  } catch {
    connection.sendCopyFail('the source of the copy could not be read')
  }
}

/** Feeds a `copy … from stdin` and answers how many rows the server took. */
export const copyIn = (client: pg.ClientBase, text: string, source: Readable): Promise<number> =>
  new Promise((resolve, reject) => {
    let rows = 0
    let failure: Error | undefined
    let sourceFailure: Error | undefined
    source.once('error', error => {
      sourceFailure = error
    })
    client.query({
      ...handlersOfNoInterest,
      submit: ((connection: CopyConnection) => connection.query(text)) as unknown as pg.Submittable['submit'],
      handleCopyData: nothing,
      handleCopyInResponse: (connection: CopyConnection) => void pump(connection, source, () => failure !== undefined),
      handleCommandComplete: ({ text: tag }: { readonly text: string }) => {
        rows = Number(/^COPY (\d+)$/.exec(tag)?.[1] ?? 0)
      },
      handleError: (error: Error) => {
        failure = error
        source.destroy()
        reject(sourceFailure ?? error)
      },
      handleReadyForQuery: () => {
        if (failure === undefined) resolve(rows)
      },
    } as pg.Submittable)
  })
