#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// npx thaiqm …: main.ts needs Node 24, whatever Node started us.
const here = dirname(fileURLToPath(import.meta.url))

const packagedNode = () => {
  try {
    const bin = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin')
    return ['node.exe', 'node'].map(name => join(bin, name)).find(path => existsSync(path))
  } catch {
    return undefined
  }
}

const isNewEnough = Number(process.versions.node.split('.')[0]) >= 24
const node = isNewEnough ? process.execPath : packagedNode()
if (node === undefined) {
  process.stderr.write('ไม่พบ Node 24 โปรดสั่ง npm start หนึ่งครั้งก่อน\nNode 24 is missing: run npm start once first.\n')
  process.exit(1)
}

const command = spawn(node, ['--max-semi-space-size=32', join(here, 'main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
// The terminal's Ctrl-C reaches the command by itself; a SIGTERM is sent to us alone.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => command.kill('SIGTERM'))
command.once('error', error => {
  process.stderr.write(`${error.message}\n`)
  process.exit(127)
})
command.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
