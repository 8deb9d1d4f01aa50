/** The sign of the system: a roof over a tick. Decoration; the name stands beside it. */
export const BrandMark = () => (
  <svg className="of-brand-mark" viewBox="0 0 32 32" width="44" height="44" aria-hidden="true" focusable="false">
    <rect className="of-brand-ground" width="32" height="32" rx="8" />
    <path className="of-brand-roof" d="M6 16 16 7.5 26 16" />
    <path className="of-brand-check" d="m10.8 19.2 4 4.2 7-7.8" />
  </svg>
)
