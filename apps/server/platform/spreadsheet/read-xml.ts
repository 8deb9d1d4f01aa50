import { SaxesParser } from 'saxes'
import { Unreadable } from './spreadsheet-refusal.ts'
import type { ZipReader } from './zip-parts.ts'

export type Attributes = Readonly<Record<string, string>>

export interface XmlListener {
  /** Names and attributes come without their namespace prefix. */
  readonly open?: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

const withoutPrefixes = (attributes: Record<string, string>): Attributes => {
  for (const name in attributes) {
    if (name.includes(':')) {
      return Object.fromEntries(
        Object.entries(attributes).map(([key, value]) => [key === 'r:id' ? key : localName(key), value]),
      )
    }
  }
  return attributes
}

/** Streams one part of the workbook through the parser. Entities of a DTD are not resolved; broken XML is refused. */
export const readXml = (zip: ZipReader, part: string, listener: XmlListener): void => {
  const parser = new SaxesParser()
  parser.on('error', () => {
    throw new Unreadable('workbook-broken')
  })
  const { open, text, close } = listener
  if (open) parser.on('opentag', tag => open(localName(tag.name), withoutPrefixes(tag.attributes)))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  if (close) parser.on('closetag', tag => close(localName(tag.name)))
  let decoder: InstanceType<typeof TextDecoder> | undefined
  zip.read(part, chunk => {
    decoder ??= new TextDecoder(encodingOf(chunk))
    parser.write(decoder.decode(chunk, { stream: true }))
  })
  parser.write(decoder?.decode() ?? '')
  parser.close()
}

const encodingOf = (chunk: Uint8Array): string => {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}
