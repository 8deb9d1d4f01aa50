import { Button as AriaButton } from 'react-aria-components/Button'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Icon } from './icons.tsx'
import { useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'
import './photo-grid.css'

export interface Photo {
  readonly id: string
  /** A blob or same-origin address; without it a grey place stands for a photo that is not on this device. */
  readonly src?: string | undefined
  /** What it shows, in words; read aloud and used to name the buttons. */
  readonly label: string
  readonly isUnsent?: boolean | undefined
}

export interface PhotoGridProps {
  readonly label: string
  readonly photos: readonly Photo[]
  /** With it stands a button that opens the camera (or the files, at a desk). */
  readonly onAdd?: ((files: readonly File[]) => void) | undefined
  readonly onRemove?: ((id: string) => void) | undefined
  readonly onOpen?: ((id: string) => void) | undefined
}

/** Photos as squares, with their state of sending. */
export const PhotoGrid = ({ label, photos, onAdd, onRemove, onOpen }: PhotoGridProps) => {
  const words = useWords(uiWords)
  return (
    <ul className="tq-photos" aria-label={label}>
      {photos.map(photo => (
        <li key={photo.id} className="tq-photo">
          <PhotoFace photo={photo} onOpen={onOpen} />
          {photo.isUnsent === true && (
            <span className="tq-photo-state">
              <Icon name="cloud-up" size={14} />
              {words.notSent}
            </span>
          )}
          {onRemove !== undefined && (
            <AriaButton
              className="tq-photo-remove"
              aria-label={words.removePhoto(photo.label)}
              onPress={() => onRemove(photo.id)}
            >
              <Icon name="close" size={16} />
            </AriaButton>
          )}
        </li>
      ))}
      {onAdd !== undefined && (
        <li className="tq-photo">
          <FileTrigger
            acceptedFileTypes={['image/*']}
            defaultCamera="environment"
            onSelect={files => {
              if (files !== null) onAdd([...files])
            }}
          >
            <AriaButton className="tq-photo-add">
              <Icon name="camera" size={26} />
              {words.addPhoto}
            </AriaButton>
          </FileTrigger>
        </li>
      )}
    </ul>
  )
}

const PhotoFace = ({ photo, onOpen }: { readonly photo: Photo; readonly onOpen: PhotoGridProps['onOpen'] }) => {
  const face =
    photo.src === undefined ? (
      <span className="tq-photo-missing">
        <Icon name="image" size={26} label={photo.label} />
      </span>
    ) : (
      <img className="tq-photo-image" src={photo.src} alt={photo.label} loading="lazy" />
    )
  if (onOpen === undefined) return face
  return (
    <AriaButton className="tq-photo-open" onPress={() => onOpen(photo.id)}>
      {face}
    </AriaButton>
  )
}
