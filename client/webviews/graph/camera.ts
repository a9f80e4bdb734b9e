/** Which part of the picture is seen, and how large. */

import type { Box } from "./scene.ts";

/** The point of the picture at the middle of the window, and how many pixels one of its units has. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const LEAST_ZOOM = 0.05;
export const MOST_ZOOM = 4;

/** The camera that sees all of a box, no larger than at its own size. */
export function fitted(box: Box, { width, height }: Size): Camera {
  const zoom = Math.min(1, width / (box.right - box.left), height / (box.bottom - box.top));
  return {
    x: (box.left + box.right) / 2,
    y: (box.top + box.bottom) / 2,
    zoom: Math.max(LEAST_ZOOM, zoom),
  };
}

export function toScreen(camera: Camera, size: Size, x: number, y: number): { readonly x: number; readonly y: number } {
  return { x: (x - camera.x) * camera.zoom + size.width / 2, y: (y - camera.y) * camera.zoom + size.height / 2 };
}

export function toPicture(
  camera: Camera,
  size: Size,
  x: number,
  y: number,
): { readonly x: number; readonly y: number } {
  return { x: (x - size.width / 2) / camera.zoom + camera.x, y: (y - size.height / 2) / camera.zoom + camera.y };
}

/** The camera that is `factor` times nearer, the point under the pointer staying where it is. */
export function zoomed(
  camera: Camera,
  size: Size,
  at: { readonly x: number; readonly y: number },
  factor: number,
): Camera {
  const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, camera.zoom * factor));
  const fixed = toPicture(camera, size, at.x, at.y);
  return {
    x: fixed.x - (at.x - size.width / 2) / zoom,
    y: fixed.y - (at.y - size.height / 2) / zoom,
    zoom,
  };
}

/** The part of the picture that is seen. */
export function seen(camera: Camera, size: Size): Box {
  const halfWidth = size.width / 2 / camera.zoom;
  const halfHeight = size.height / 2 / camera.zoom;
  return {
    left: camera.x - halfWidth,
    right: camera.x + halfWidth,
    top: camera.y - halfHeight,
    bottom: camera.y + halfHeight,
  };
}
