import { Agent, request } from 'node:http'

/** One connection kept for each client, as a browser does. */
const agent = new Agent({ keepAlive: true, maxSockets: 16 })

export interface Question {
  readonly path: string
  readonly method?: 'GET' | 'POST'
  readonly cookie?: string
  readonly body?: string
}

export interface Answer {
  readonly status: number
  readonly body: string
  readonly cookie: string | undefined
  /** From sending to the last byte of the answer. */
  readonly milliseconds: number
}

export const send = (url: string, { path, method = 'GET', cookie, body }: Question): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    const headers = {
      ...(cookie === undefined ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    }
    const asked = request(new URL(path, url), { method, agent, headers }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          cookie: response.headers['set-cookie']?.[0]?.split(';')[0],
          milliseconds: performance.now() - began,
        }),
      )
    })
    asked.once('error', reject)
    asked.end(body)
  })

/** Sends, and throws unless the answer is 200. */
export const sendWell = async (url: string, question: Question): Promise<Answer> => {
  const answer = await send(url, question)
  if (answer.status !== 200)
    throw new Error(
      `${question.method ?? 'GET'} ${question.path.split('?')[0]} answered ${answer.status}: ${answer.body.slice(0, 300)}`,
    )
  return answer
}

/** Work shared out among so many clients, each with one thing under way at a time. */
export const byClients = async <Task>(
  clients: number,
  tasks: readonly Task[],
  work: (task: Task) => Promise<void>,
): Promise<void> => {
  const waiting = tasks.values()
  const client = async () => {
    for (const task of waiting) await work(task)
  }
  await Promise.all(Array.from({ length: clients }, client))
}

/** Signs in one of the invented people of the practice province; answers the cookie. */
export const signIn = async (url: string, personId: string): Promise<string> => {
  const body = JSON.stringify({ personId })
  const { cookie } = await sendWell(url, { method: 'POST', path: '/api/practice/sign-in', body })
  if (cookie === undefined) throw new Error('signing in gave no cookie')
  return cookie
}
