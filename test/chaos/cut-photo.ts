import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PHOTO_PART_BYTES, sendPhoto } from '@thaiqm/contract/client/send-photo.ts'
import { fileOf } from '../../apps/server/photo/photo-files.ts'
import { type CuttingProxy, openCuttingProxy } from './support/cutting-proxy.ts'
import type { ChaosFigure, ChaosPart } from './support/figure.ts'
import { openPhone, type Phone } from './support/phone.ts'
import { newPracticeFolder } from './support/practice-folder.ts'
import { serverUnderTest } from './support/server-process.ts'

const PARTS_OF_A_PHOTO = 24
const LARGEST_BYTES = 9 * 1024 * 1024
const MOST_TRIES = 400
/** Headers of a part's request and of the questions beside it. */
const HEADERS_OF_A_PART = 2_000

const photoOf = (size: number): { bytes: Uint8Array<ArrayBuffer>; hash: string } => {
  const bytes = new Uint8Array(randomBytes(size))
  bytes.set([0xff, 0xd8, 0xff])
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex') }
}

interface Sent {
  readonly isWhole: boolean
  readonly sentBytes: number
  readonly cuts: number
  readonly recoveredMs: readonly number[]
}

/** Sends as the sync engine does, again from where the server's copy ends after every cut. */
const sendThrough = async (
  proxy: CuttingProxy,
  phone: Phone,
  photo: ReturnType<typeof photoOf>,
  again: () => void,
): Promise<Sent> => {
  const [sentBefore, cutsBefore] = [proxy.sentBytes(), proxy.cuts()]
  const recoveredMs: number[] = []
  let isWhole = false
  for (let tries = 0; tries < MOST_TRIES && !isWhole; tries += 1) {
    const began = performance.now()
    const sent = await sendPhoto(phone.send, photo.hash, photo.bytes)
    isWhole = sent.ok && sent.value.isWhole
    if (isWhole && tries > 0) recoveredMs.push(performance.now() - began)
    if (!isWhole) again()
  }
  return { isWhole, sentBytes: proxy.sentBytes() - sentBefore, cuts: proxy.cuts() - cutsBefore, recoveredMs }
}

/**
 * A photo over a line that is cut at each boundary of its parts, on the way there and on the way back, and the largest
 * photo there may be over a line that breaks again and again: it arrives byte for byte, and no cut costs more than a part.
 */
export const cutPhotoPart: ChaosPart = async ({ times, say }) => {
  const { dataDir, remove } = await newPracticeFolder()
  const server = await serverUnderTest(dataDir)
  const filesDir = join(dataDir, 'files')
  let proxy: CuttingProxy | undefined
  const broken = new Set<string>()
  let runs = 0
  let acknowledged = 0
  let lost = 0
  const recoveredMs: number[] = []
  const take = async (photo: ReturnType<typeof photoOf>, sent: Sent) => {
    runs += sent.cuts
    recoveredMs.push(...sent.recoveredMs)
    if (!sent.isWhole) return void broken.add('a photo never arrived')
    acknowledged += 1
    const kept = await readFile(fileOf(filesDir, photo.hash)).catch(() => undefined)
    if (kept === undefined || !kept.equals(photo.bytes)) lost += 1
    if (existsSync(join(filesDir, 'photo-parts', photo.hash))) broken.add('parts of a whole photo lie about')
    const parts = Math.ceil(photo.bytes.length / PHOTO_PART_BYTES) + sent.cuts
    const fair = photo.bytes.length + sent.cuts * PHOTO_PART_BYTES + parts * 2 * HEADERS_OF_A_PART
    if (sent.sentBytes > fair) broken.add(`a photo of ${photo.bytes.length} bytes took ${sent.sentBytes}`)
  }
  try {
    await server.start()
    proxy = await openCuttingProxy(Number(new URL(server.url).port))
    const line = proxy
    const phone = await openPhone(line.url, '49010507')
    const boundaries = Math.min(times, PARTS_OF_A_PHOTO)
    for (const way of ['to-server', 'to-phone'] as const) {
      for (let boundary = 1; boundary <= boundaries; boundary += 1) {
        // The last part is a short one, as photos have.
        const photo = photoOf(boundaries * PHOTO_PART_BYTES + 1_234)
        // Replies are a few hundred bytes each: the cut falls into the reply to that very part.
        if (way === 'to-server') line.cutAfter(boundary * PHOTO_PART_BYTES, way)
        else cutReplyOf(line, boundary)
        await take(photo, await sendThrough(line, phone, photo, () => undefined))
      }
      say(`photos ${way}: cut at ${boundaries} boundaries`)
    }
    const largest = photoOf(times < PARTS_OF_A_PHOTO ? 8 * PHOTO_PART_BYTES : LARGEST_BYTES)
    const soon = () => line.cutAfter(Math.ceil(Math.random() * 4 * PHOTO_PART_BYTES), 'to-server')
    soon()
    await take(largest, await sendThrough(line, phone, largest, soon))
    const figure: ChaosFigure = {
      name: 'ตัดสายขณะส่งภาพ · photo cut',
      runs,
      acknowledged,
      lost,
      recoveredMs,
      broken: [...broken],
      remark: `every ${PHOTO_PART_BYTES / 1024} KB both ways, and one of ${(largest.bytes.length / 1024 / 1024).toFixed(1)} MB over a line that breaks every few parts`,
    }
    return [figure]
  } finally {
    await proxy?.close()
    await server.stop()
    await remove()
  }
}

/** A reply has some hundred bytes; the cut falls where those before it and half of this one have passed. */
const REPLY_BYTES = 900
const cutReplyOf = (line: CuttingProxy, boundary: number): void =>
  line.cutAfter((boundary + 0.5) * REPLY_BYTES, 'to-phone')
