import type { Sentence } from '../database/database-refusals.ts'

/** Why the server could not listen, for whoever starts it; nothing when the error is no matter of address or port. */
export const listenRefusalSentence = (error: unknown, host: string, port: number): Sentence | undefined => {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return {
        th: `พอร์ต ${port} ถูกโปรแกรมอื่นใช้งานอยู่ โปรดหยุดโปรแกรมนั้น หรือกำหนดพอร์ตอื่นด้วย PORT`,
        en: `Port ${port} is in use by another program: stop that program, or choose another port with PORT.`,
      }
    case 'EACCES':
      return {
        th: `ไม่มีสิทธิ์ใช้พอร์ต ${port} โปรดกำหนดพอร์ตตั้งแต่ 1024 ขึ้นไปด้วย PORT`,
        en: `Port ${port} may not be used by this user: choose one from 1024 up with PORT.`,
      }
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return {
        th: `เครื่องนี้ไม่มีที่อยู่เครือข่าย ${host} โปรดแก้ไข HOST`,
        en: `This machine has no network address ${host}: correct HOST.`,
      }
    default:
      return undefined
  }
}
