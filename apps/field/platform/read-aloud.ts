import type { Language } from '@thaiqm/ui/words.ts'
import { useEffect, useState, useSyncExternalStore } from 'react'

const speech: SpeechSynthesis | undefined = 'speechSynthesis' in window ? window.speechSynthesis : undefined

const subscribe = (listener: () => void) => {
  // Phones load their voices only after they are first asked for.
  speech?.addEventListener?.('voiceschanged', listener)
  return () => speech?.removeEventListener?.('voiceschanged', listener)
}

/** A voice of the language that lies on the phone; one that needs the network only while there is none else. */
const voiceFor = (language: Language): SpeechSynthesisVoice | undefined => {
  const voices = (speech?.getVoices() ?? []).filter(voice => voice.lang.toLowerCase().startsWith(language))
  return voices.find(voice => voice.localService) ?? (navigator.onLine ? voices[0] : undefined)
}

/** Its name, for what stands on the screen: browsers may hand out a new object each time they are asked. */
const voiceNameFor = (language: Language): string => voiceFor(language)?.voiceURI ?? ''

/** Reads texts aloud, one at a time; undefined where the phone has no voice for the language. */
export const useReadAloud = (language: Language) => {
  const name = useSyncExternalStore(subscribe, () => voiceNameFor(language))
  const [isReading, setReading] = useState(false)
  useEffect(() => () => speech?.cancel(), [])
  if (speech === undefined || name === '') return undefined
  const stop = () => {
    speech.cancel()
    setReading(false)
  }
  const read = (text: string) => {
    speech.cancel()
    const voice = voiceFor(language)
    if (voice === undefined) return
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = 0.9
    utterance.onend = () => setReading(false)
    utterance.onerror = () => setReading(false)
    setReading(true)
    speech.speak(utterance)
  }
  return { isReading, read, stop }
}
