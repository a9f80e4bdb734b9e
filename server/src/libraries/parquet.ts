/** Reading and writing Parquet: what is used of two packages, in a bundle of its own that is loaded when tables are written. */

export { parquetMetadataAsync, parquetRead } from "hyparquet";
export { ByteWriter, ParquetWriter } from "hyparquet-writer";
