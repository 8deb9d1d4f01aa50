import { existsSync, readFileSync } from 'node:fs'
import { run } from './programs.mjs'
import { inRepository } from './repository.mjs'
import { Stop, say } from './say.mjs'

/** The oldest Node that runs our TypeScript as it is written. */
const NODE_MAJOR = 24

const packagesIn = path => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
  } catch {
    return undefined
  }
}

/** Whether node_modules holds what the lock file says. Optional packages are for other platforms and may be missing. */
const isInstallationCurrent = () => {
  const wanted = packagesIn(inRepository('package-lock.json'))
  const there = packagesIn(inRepository('node_modules/.package-lock.json'))
  if (wanted === undefined || there === undefined) return false
  return Object.entries(wanted).every(([path, { version, link, optional, peer }]) => {
    if (!path.startsWith('node_modules/')) return true
    const found = there[path]
    if (found === undefined) return Boolean(optional || peer)
    return link ? found.link === true : found.version === version
  })
}

const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|network/i

const sentenceOf = output => {
  if (/ENOSPC|no space left/i.test(output))
    return [
      'พื้นที่ดิสก์ไม่เพียงพอสำหรับติดตั้งโปรแกรม โปรดเพิ่มพื้นที่ว่างประมาณ 2 กิกะไบต์ แล้วลองใหม่',
      'The disk is too full to install the program: free about 2 GB and try again.',
    ]
  if (/EACCES|EPERM|EROFS/.test(output))
    return [
      'เขียนโฟลเดอร์ของโปรแกรมไม่ได้ โปรดตรวจสิทธิ์ของโฟลเดอร์',
      "The program's own folder cannot be written: check its permissions.",
    ]
  if (NO_NETWORK.test(output))
    return [
      'การติดตั้งครั้งแรกต้องใช้อินเทอร์เน็ต แต่เชื่อมต่อ npm ไม่ได้ โปรดตรวจเครือข่ายหรือ proxy แล้วลองใหม่',
      'The first start installs packages from npm, which cannot be reached: check the network or proxy and try again.',
    ]
  return undefined
}

const npm = args => (process.platform === 'win32' ? run('npm.cmd', args, { shell: true }) : run('npm', args))

const QUIETLY = ['--no-audit', '--no-fund', '--loglevel=error']

/** npm tries each package for minutes before it admits that there is no network; one question first tells at once. */
const findNetworkTrouble = async () => {
  const { code, output } = await npm(['view', 'node', 'name', '--fetch-retries=1', '--fetch-retry-mintimeout=500'])
  return code !== 0 && NO_NETWORK.test(output) ? output : undefined
}

const install = async () => {
  say('กำลังติดตั้งโปรแกรม (ครั้งแรกใช้เวลา 1–3 นาที)', 'installing packages (1–3 minutes the first time)')
  const trouble = await findNetworkTrouble()
  if (trouble !== undefined) {
    // What an earlier installation left in npm's cache may be enough.
    const { code } = await npm(['install', '--no-save', '--offline', ...QUIETLY])
    if (code === 0) return
    throw new Stop(...sentenceOf(trouble))
  }
  let { code, output } = await npm(['ci', ...QUIETLY, '--prefer-offline'])
  // A registry may not carry every platform's optional packages, and npm ci then calls the lock file incomplete.
  // The same versions are installed without writing anything back.
  if (code !== 0 && output.includes('EUSAGE'))
    ({ code, output } = await npm(['install', '--no-save', '--prefer-offline', ...QUIETLY]))
  if (code === 0) return
  const sentence = sentenceOf(output)
  if (sentence) throw new Stop(...sentence)
  const tail = output.trim().split('\n').slice(-12).join('\n')
  throw new Stop(`ติดตั้งโปรแกรมไม่สำเร็จ (npm จบด้วยรหัส ${code})`, `npm failed with code ${code}:\n${tail}`)
}

/** Installs what package-lock.json names, unless it is there already. */
export const ensureInstalled = async () => {
  if (!isInstallationCurrent()) await install()
}

const majorOf = async program => {
  const { code, output } = await run(program, ['--version'])
  return code === 0 ? Number(/^v(\d+)\./.exec(output.trim())?.[1] ?? 0) : 0
}

const packagedNode = () =>
  ['node_modules/node/bin/node.exe', 'node_modules/node/bin/node'].map(inRepository).find(path => existsSync(path))

const isPackagedNodeReady = async () => {
  const program = packagedNode()
  return program !== undefined && (await majorOf(program)) >= NODE_MAJOR
}

/**
 * The Node that runs our programs: the one npm brought, whatever Node the machine has. Where install scripts were
 * forbidden the machine's own does if it is new enough; else the package's installer is run now.
 */
export const findNode = async () => {
  if (await isPackagedNodeReady()) return packagedNode()
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath
  say('กำลังเตรียม Node 24', 'fetching Node 24')
  const cwd = inRepository('node_modules/node')
  const { output } = await run(process.execPath, ['installArchSpecificPackage.js'], { cwd })
  if (await isPackagedNodeReady()) return packagedNode()
  throw new Stop(
    ...(sentenceOf(output) ?? [
      'เตรียม Node 24 ไม่สำเร็จ โปรดติดตั้ง Node รุ่น 24 ขึ้นไป แล้วลองใหม่',
      'Node 24 could not be fetched: install Node 24 or newer on this machine and try again.',
    ]),
  )
}
