import * as Comlink from 'comlink'
import { createBrowserEnvironment } from './browserEnvironment.ts'
import { drawPage } from './drawPage.ts'
import type { ExtractionApi } from './protocol.ts'
import { readDocument, readPlainText } from './readDocument.ts'

const environment = createBrowserEnvironment()

const api: ExtractionApi = {
  read: (file, limits, onProgress) => readDocument(environment, file, limits, onProgress),
  readText: (file, limits) => readPlainText(environment, file, limits),
  drawPage: (file, page, widthPx) => drawPage(environment, file, page, widthPx),
}

Comlink.expose(api)
