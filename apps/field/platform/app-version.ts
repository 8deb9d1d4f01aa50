import { version } from '../package.json'

/** `0.1.0` and the name of the very build, which the browser's own address of the script tells. */
export const appVersion = (): string => {
  if (typeof document === 'undefined') return version
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? ''
  const build = /-([\w-]{8})\.js$/.exec(script)?.[1]
  return build === undefined ? version : `${version}+${build}`
}
