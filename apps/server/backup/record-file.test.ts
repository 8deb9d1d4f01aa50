import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyFileEnd, type FileEnd, frameRecords, readRecords } from './record-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thaiqm-records-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const texts = ['{"a":1}', 'ครัวเรือนบ้านดงหลวง', '', 'x'.repeat(3000)]
const whole = frameRecords(emptyFileEnd, texts)

const read = async (bytes: Uint8Array): Promise<{ texts: string[]; end: FileEnd }> => {
  const path = join(folder, 'one.records')
  await writeFile(path, bytes)
  const found: string[] = []
  let end = emptyFileEnd
  for await (const record of readRecords(path)) {
    found.push(record.text)
    end = record.end
  }
  return { texts: found, end }
}

describe('a file of records', () => {
  it('gives back what was written, in one go or in several', async () => {
    expect(await read(whole.bytes)).toEqual({ texts, end: whole.end })
    const begun = frameRecords(emptyFileEnd, texts.slice(0, 2))
    const rest = frameRecords(begun.end, texts.slice(2))
    expect(Buffer.concat([begun.bytes, rest.bytes])).toEqual(whole.bytes)
    expect(rest.end).toEqual(whole.end)
  })

  it('cut at any byte of the last record, gives the records before it and nothing else', async () => {
    const lastBegins = frameRecords(emptyFileEnd, texts.slice(0, 3))
    for (let bytes = lastBegins.end.bytes; bytes < whole.end.bytes; bytes += bytes < lastBegins.end.bytes + 80 ? 1 : 97)
      expect(await read(whole.bytes.subarray(0, bytes))).toEqual({ texts: texts.slice(0, 3), end: lastBegins.end })
  })

  it('with any one byte changed, gives no record that is not as it was written', async () => {
    for (let at = 0; at < whole.bytes.length; at += at < 200 ? 1 : 61) {
      const changed = Buffer.from(whole.bytes)
      changed[at] = (changed[at] ?? 0) ^ 0x10
      const found = await read(changed)
      expect(found.texts).toEqual(texts.slice(0, found.texts.length))
      expect(found.texts.length).toBeLessThan(texts.length)
    }
  })

  it('tells when a record was left out or moved', async () => {
    const parts = texts.map((_text, index) => {
      const from = frameRecords(emptyFileEnd, texts.slice(0, index)).end.bytes
      return whole.bytes.subarray(from, frameRecords(emptyFileEnd, texts.slice(0, index + 1)).end.bytes)
    })
    const [a, b, c, d] = parts as [Buffer, Buffer, Buffer, Buffer]
    expect((await read(Buffer.concat([a, c, d]))).texts).toEqual(texts.slice(0, 1))
    expect((await read(Buffer.concat([a, c, b, d]))).texts).toEqual(texts.slice(0, 1))
  })

  it('is read in blocks, however long it is', async () => {
    const many = Array.from({ length: 3000 }, (_, n) => `${n}:${'ก'.repeat(400)}`)
    const framed = frameRecords(emptyFileEnd, many)
    expect(framed.bytes.length).toBeGreaterThan(3 * 1024 * 1024)
    expect((await read(framed.bytes)).texts).toEqual(many)
    expect((await readFile(join(folder, 'one.records'))).length).toBe(framed.end.bytes)
  })
})
