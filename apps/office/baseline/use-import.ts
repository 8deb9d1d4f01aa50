import {
  type PreviewReply,
  previewImport,
  type ReviewDecisions,
  startImport,
  type UploadReply,
} from '@thaiqm/contract/baseline/baseline-routes.ts'
import type { CallFailure } from '@thaiqm/contract/client/call-route.ts'
import { useState } from 'react'
import { useGo } from '../platform/address.ts'
import { call } from '../platform/api.ts'
import { type Mapping, mappingOf } from './column-choice.ts'
import { noDecisions } from './import-review.ts'
import { sendWorkbook } from './send-workbook.ts'

export const importSteps = ['file', 'columns', 'review', 'preview'] as const
export type ImportStep = (typeof importSteps)[number]

/** One import on its way: the upload, how its columns are read, what a person has decided, what would come of it. */
export const useImport = () => {
  const go = useGo()
  const [step, setStep] = useState<ImportStep>('file')
  const [upload, setUpload] = useState<UploadReply | null>(null)
  const [mapping, setMapping] = useState<Mapping>({})
  const [decisions, setDecisions] = useState<ReviewDecisions>(noDecisions)
  const [preview, setPreview] = useState<PreviewReply | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [isWorking, setWorking] = useState(false)

  const working = async (work: () => Promise<CallFailure | null>) => {
    setWorking(true)
    setFailure(null)
    setFailure(await work())
    setWorking(false)
  }

  const takeFile = (file: File) =>
    working(async () => {
      const sent = await sendWorkbook(file)
      if (!sent.ok) return sent
      setUpload(sent.value)
      setMapping(mappingOf(sent.value.columns))
      setDecisions(noDecisions)
      setPreview(null)
      setStep('columns')
      return null
    })

  const reading = { mapping, decisions }

  /** Reads the sheet with the columns as they are set; goes to the review when something waits for a person. */
  const readSheet = (then: 'review' | 'preview') =>
    working(async () => {
      if (upload === null) return null
      const read = await call(previewImport, { params: { uploadId: upload.uploadId }, body: reading })
      if (!read.ok) return read
      setPreview(read.value)
      const waits = read.value.problemReview.length + read.value.statusReview.length > 0
      setStep(then === 'review' && waits ? 'review' : 'preview')
      return null
    })

  const start = () =>
    working(async () => {
      if (upload === null) return null
      const started = await call(startImport, { params: { uploadId: upload.uploadId }, body: reading })
      if (!started.ok) return started
      go(`/imports/${started.value.batch.batchId}`)
      return null
    })

  const startOver = () => {
    setUpload(null)
    setPreview(null)
    setFailure(null)
    setStep('file')
  }

  return {
    step,
    upload,
    mapping,
    decisions,
    preview,
    failure,
    isWorking,
    setMapping,
    setDecisions,
    goTo: (to: ImportStep) => {
      setFailure(null)
      setStep(to)
    },
    takeFile,
    readSheet,
    start,
    startOver,
  }
}

export type ImportOnItsWay = ReturnType<typeof useImport>
