import { Module } from '@nestjs/common';
import { DocumentReader } from './document-reader.js';

@Module({
  providers: [{ provide: DocumentReader, useFactory: () => new DocumentReader() }],
  exports: [DocumentReader],
})
export class DocumentsModule {}
