import { Fragment } from 'react'

/** Thai may break a line inside a name; here a line breaks only where a space stands. */
export const WholeWords = ({ children }: { readonly children: string }) => (
  <span>
    {children.split(' ').map((word, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of one name never change places.
      <Fragment key={at}>
        {at > 0 && ' '}
        <span className="of-nowrap">{word}</span>
      </Fragment>
    ))}
  </span>
)
