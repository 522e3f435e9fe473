import { errorsMember, type FormatError, labelMember, type PayloadFormat } from './payloadFormat.ts';

/**
 * The format that Apollo Client asks for by default, and Apollo Router speaks: every deferred fragment is sent with all its fields,
 * at the path of its object.
 * https://github.com/graphql/graphql-spec/tree/48cf7263a71a683fab03d45d309fd42d8d9a6659/spec
 */
export const deferSpec = (formatError: FormatError): PayloadFormat => ({
  contentType: 'multipart/mixed; boundary="-"; deferSpec=20220824',
  initial: ({ data, errors, extensions, hasNext }) => ({
    ...(data !== undefined && { data }),
    ...errorsMember(errors, formatError),
    ...(extensions && { extensions }),
    hasNext,
  }),
  subsequent: ({ completed, hasNext }) => ({
    ...(completed.length > 0 && {
      incremental: completed.map(({ pending, data, errors }) => ({
        data,
        path: pending.path,
        ...labelMember(pending),
        ...errorsMember(errors, formatError),
      })),
    }),
    hasNext,
  }),
});
