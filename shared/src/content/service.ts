import * as z from 'zod';
import { confidenceSchema, entryIdSchema, factSchema, line, provenanceShape, sourceSchema } from './provenance.ts';

/** Fields of public services, in the order in which lists show them. */
export const SERVICE_FIELDS = [
  'Hộ tịch',
  'Chứng thực',
  'Cư trú',
  'Căn cước và VNeID',
  'An sinh xã hội',
  'Bảo hiểm y tế, bảo hiểm xã hội',
  'Hộ kinh doanh',
  'Xe và giấy phép lái xe',
  'Giấy tờ khác',
  'Nhà đất, xây dựng',
  'Giáo dục',
  'Phản ánh, khiếu nại',
] as const;

const paper = z.strictObject({
  name: line,
  /** Must it be the original? */
  original: z.enum(['yes', 'no', 'unknown']).default('unknown'),
  note: line.nullable().default(null),
  confidence: confidenceSchema.optional(),
});
const facts = {
  title: line,
  summary: line,
  field: z.enum(SERVICE_FIELDS),
  codes: z.array(z.string().regex(/^\d\.\d{6}$/, 'cần mã dạng 1.001193')),
  also: z.array(line).min(1),
  situations: z.array(line),
  who: factSchema.nullable(),
  papers: z.array(paper),
  time: factSchema.nullable(),
  fee: factSchema.nullable(),
  result: factSchema.nullable(),
  mistakes: z.array(factSchema),
  legal: z.array(line),
  related: z.array(entryIdSchema),
  look_alikes: z.array(z.strictObject({ id: entryIdSchema, difference: line })),
};

/** Front matter of data/services/<id>.md; the steps are its body. */
export const serviceHeadSchema = z.strictObject({
  ...facts,
  situations: facts.situations.default([]),
  legal: facts.legal.default([]),
  related: facts.related.default([]),
  look_alikes: facts.look_alikes.default([]),
  ...provenanceShape,
});
export type ServiceHead = z.infer<typeof serviceHeadSchema>;

/**
 * data/wards/<key>/services/<id>.md or .yaml, for a service that the common files have: what it names replaces the
 * common file's, its sources are added to them, and everything else stays.
 */
export const serviceChangeSchema = z.strictObject({
  ...z.object(facts).partial().shape,
  confidence: provenanceShape.confidence.optional(),
  caution: line.nullable().optional(),
  sources: z.array(sourceSchema).min(1, 'cần ít nhất một nguồn cho điều phường thay đổi'),
});
export type ServiceChange = z.infer<typeof serviceChangeSchema>;
