import { Stack } from '../page-header.tsx'

export const PartsPage = () => <Stack>…</Stack>
