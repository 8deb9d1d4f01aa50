/** Kinds of duty as a reminder may name them: what is to be done, never what it is about. */
const names: ReadonlyMap<string, { readonly th: string; readonly en: string }> = new Map()

const OTHER = { th: 'งานที่รอดำเนินการ', en: 'Work that waits' }

/** A kind that this build does not know is named in general words: its code must not go out as it stands. */
export const dutyKindName = (kind: string): { readonly th: string; readonly en: string } => names.get(kind) ?? OTHER
