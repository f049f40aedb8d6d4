/**
 * One PDF of several photographed pages (JPEG blobs), one image a page, so that the pages of one CV stay together
 * through the queue. Loaded when first needed.
 */
export async function pagesToPdf(pages: readonly Blob[], fileName: string): Promise<File> {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const document = await PDFDocument.create()
  for (const page of pages) {
    const image = await document.embedJpg(new Uint8Array(await page.arrayBuffer()))
    // A4's width in points; the height follows the photo.
    const width = 595
    const height = (image.height / image.width) * width
    document.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height })
  }
  const bytes = await document.save()
  return new File([bytes as Uint8Array<ArrayBuffer>], fileName, { type: 'application/pdf' })
}
