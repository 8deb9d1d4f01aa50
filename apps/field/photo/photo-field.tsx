import { Button, IconButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { useEffect, useRef, useState } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'
import { isPhoneFull, phoneFullText } from '../platform/phone-full.ts'
import { useLive } from '../platform/use-live.ts'
import { encodePhoto, hashOf } from './encode-photo.ts'

const words = defineWords({
  remove: { th: (n: number) => `ลบภาพที่ ${n}`, en: n => `Remove photo ${n}` },
  photo: { th: (n: number) => `ภาพที่ ${n}`, en: n => `Photo ${n}` },
  unreadable: { th: 'อ่านภาพนี้ไม่ได้ โปรดถ่ายใหม่', en: 'This picture cannot be read. Please take it again.' },
})

const Thumbnail = ({
  hash,
  at,
  onRemove,
}: {
  readonly hash: string
  readonly at: number
  readonly onRemove: () => void
}) => {
  const said = useWords(words)
  const { photos } = useFieldApp()
  const bytes = useLive(`photo-${hash}`, () => photos.find(hash))
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (bytes == null) return
    const made = URL.createObjectURL(bytes)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  return (
    <div className="fd-photo">
      {address !== undefined && <img src={address} alt={said.photo(at)} />}
      <IconButton icon="close" label={said.remove(at)} size="small" onPress={onRemove} />
    </div>
  )
}

export interface PhotoFieldProps {
  readonly label: string
  readonly hashes: readonly string[]
  readonly onChange: (hashes: readonly string[]) => void
  readonly most: number
  /** A picture that was taken earlier may be chosen; without it the camera opens. */
  readonly isFromAlbum?: boolean | undefined
}

/** Takes photographs with the phone's camera, makes them small, and keeps them on the phone until the form is sent. */
export const PhotoField = ({ label, hashes, onChange, most, isFromAlbum = false }: PhotoFieldProps) => {
  const said = useWords(words)
  const { photos } = useFieldApp()
  const { language } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const [isPending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<'unreadable' | 'full'>()
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    setPending(true)
    setTrouble(undefined)
    try {
      const bytes = await encodePhoto(file)
      const hash = await hashOf(bytes)
      await photos.keepForDraft(hash, bytes)
      if (!hashes.includes(hash)) onChange([...hashes, hash])
    } catch (failure) {
      setTrouble(isPhoneFull(failure) ? 'full' : 'unreadable')
    } finally {
      setPending(false)
    }
  }
  return (
    <div className="fd-question">
      {hashes.length > 0 && (
        <div className="fd-photos">
          {hashes.map((hash, at) => (
            <Thumbnail
              key={hash}
              hash={hash}
              at={at + 1}
              onRemove={() => onChange(hashes.filter(other => other !== hash))}
            />
          ))}
        </div>
      )}
      {trouble !== undefined && <p role="alert">{trouble === 'full' ? phoneFullText(language) : said.unreadable}</p>}
      <input
        ref={input}
        type="file"
        accept="image/*"
        {...(isFromAlbum ? {} : { capture: 'environment' })}
        hidden
        onChange={event => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {hashes.length < most && (
        <Button
          icon={isFromAlbum ? 'image' : 'camera'}
          isWide
          isPending={isPending}
          onPress={() => input.current?.click()}
        >
          {label}
        </Button>
      )}
    </div>
  )
}
