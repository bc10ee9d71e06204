/** Enough to see a crack in a slab; a tenth of what a phone's camera gives. */
const LONGEST_SIDE = 1600;
const QUALITY = 0.8;

/**
 * Makes a small JPEG of a camera's picture, on the phone: quick to send, and without the place and
 * device that the camera writes into its files.
 *
 * @throws DOMException when the browser cannot read the picture
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext('2d');
    if (!context) throw new DOMException('no canvas', 'NotSupportedError');
    // A transparent picture becomes white paper, not black.
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new DOMException('no JPEG', 'EncodingError'))),
        'image/jpeg',
        QUALITY,
      );
    });
  } finally {
    picture.close();
  }
}
