const STRINGS = /react-(?:aria|stately|aria-components)\/dist\/private\/(?:([\w-]+)\/)?intlStrings\.m?js$/
const ENGLISH = /from\s*["']([^"']*en-US\.m?js)["']/

/**
 * A Vite plugin for the apps' builds: of the 34 languages react-aria carries, keeps English and adds our Thai. Saves
 * some 40 KB of a phone's download, and a screen reader no longer falls into English in a Thai sentence.
 */
export const thaiReactAria = () => ({
  name: 'thai-react-aria',
  transform: (code: string, id: string) => {
    const path = id.split('?')[0] ?? id
    const part = STRINGS.exec(path)
    const english = ENGLISH.exec(code)?.[1]
    if (part === null || english === undefined) return undefined
    const thai = decodeURIComponent(new URL('./react-aria-thai.ts', import.meta.url).pathname)
    return {
      code: [
        `import english from ${JSON.stringify(english)}`,
        `import { reactAriaThai } from ${JSON.stringify(thai)}`,
        `export default { 'en-US': english, 'th-TH': { ...english, ...reactAriaThai[${JSON.stringify(part[1] ?? 'react-aria-components')}] } }`,
      ].join('\n'),
      map: null,
    }
  },
})
