import { type ReactNode, useState } from 'react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Text } from 'react-aria-components/Text'
import { isAcceptedFile } from './accepted-file.ts'
import { Button } from './button.tsx'
import type { FieldWords } from './field.tsx'
import { Icon } from './icons.tsx'
import { useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'
import './file-drop.css'
import './field.css'

export interface FileDropProps extends Omit<FieldWords, 'isOptional'> {
  readonly onFiles: (files: readonly File[]) => void
  /** MIME types or endings: `['.xlsx', '.csv', 'image/*']`. */
  readonly accept?: readonly string[] | undefined
  readonly isMultiple?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  /** What was chosen so far. */
  readonly children?: ReactNode
}

/** Files by dragging, by button or by paste. Says so when a kind of file is not accepted. */
export const FileDrop = ({
  label,
  hint,
  error,
  onFiles,
  accept = [],
  isMultiple = false,
  isDisabled = false,
  children,
}: FileDropProps) => {
  const words = useWords(uiWords)
  const [isWrongType, setWrongType] = useState(false)
  const take = (files: readonly File[]) => {
    const accepted = files.filter(file => isAcceptedFile(file, accept)).slice(0, isMultiple ? undefined : 1)
    setWrongType(accepted.length < files.length && accepted.length === 0)
    if (accepted.length > 0) onFiles(accepted)
  }
  const shownError = isWrongType ? words.wrongFileType : error
  return (
    <div className="tq-field" data-invalid={shownError === undefined ? undefined : true}>
      <DropZone
        className="tq-drop"
        isDisabled={isDisabled}
        onDrop={async event => {
          const dropped = await Promise.all(event.items.flatMap(item => (item.kind === 'file' ? [item.getFile()] : [])))
          take(dropped)
        }}
      >
        <Icon name="upload" size={26} />
        <Text slot="label" className="tq-drop-label">
          {label}
        </Text>
        {hint !== undefined && <p className="tq-drop-hint">{hint}</p>}
        <div className="tq-drop-choose">
          <span className="tq-drop-drag">{words.dropFile}</span>
          <FileTrigger
            acceptedFileTypes={accept}
            allowsMultiple={isMultiple}
            onSelect={files => take(files === null ? [] : [...files])}
          >
            <Button size="small" isDisabled={isDisabled}>
              {isMultiple ? words.chooseFiles : words.chooseFile}
            </Button>
          </FileTrigger>
        </div>
        {shownError !== undefined && (
          <p className="tq-field-error" role="alert">
            <Icon name="alert" size={18} />
            <span>{shownError}</span>
          </p>
        )}
      </DropZone>
      {children}
    </div>
  )
}
