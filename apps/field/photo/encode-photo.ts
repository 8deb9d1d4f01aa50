const LONGEST_SIDE = 1280
const MOST_BYTES = 200 * 1024
const QUALITIES = [0.82, 0.7, 0.58, 0.46, 0.34]

/** Width and height inside the longest side, never enlarged. */
export const fitInside = (width: number, height: number, longest: number): readonly [number, number] => {
  const scale = Math.min(1, longest / Math.max(width, height))
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
}

const asJpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob(
      blob => (blob === null ? reject(new Error('the photo could not be encoded')) : resolve(blob)),
      'image/jpeg',
      quality,
    ),
  )

const draw = (image: ImageBitmap, longest: number): HTMLCanvasElement => {
  const [width, height] = fitInside(image.width, image.height, longest)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
  return canvas
}

/**
 * A phone's picture made small for weak networks: at most 1280 pixels and 200 KB. Drawn anew, so that place and device
 * written into the file by the camera do not travel with it.
 */
export const encodePhoto = async (file: Blob): Promise<Blob> => {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
  let best: Blob | undefined
  for (const longest of [LONGEST_SIDE, 960, 720]) {
    const canvas = draw(image, longest)
    for (const quality of QUALITIES) {
      best = await asJpeg(canvas, quality)
      if (best.size <= MOST_BYTES) return best
    }
  }
  if (best === undefined) throw new Error('the photo could not be encoded')
  return best
}

/** A photo's name: the lower-case hexadecimal SHA-256 of its bytes. */
export const hashOf = async (bytes: Blob): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer())
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
