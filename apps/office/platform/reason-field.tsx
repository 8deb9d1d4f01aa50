import { TextArea, type TextAreaProps } from '@thaiqm/ui/text-field.tsx'

/** The reason that a deed must have, in the officer's own words. */
export const ReasonField = (props: Omit<TextAreaProps, 'maxLength' | 'isRequired' | 'isOptional'>) => (
  <TextArea rows={2} {...props} maxLength={2000} isRequired />
)
