//! The files of an index folder as the engine meets them: a search leaves no trace, and one run at a time writes.
//!
//! Takes a folder, gives the engine's directory of it. Opened for reading, it refuses whatever would change the folder, so
//! that a search works on one that may not be written to. Opened for writing, it comes with the engine's lock, which is then
//! held before the first file is made and until the last side file is in its place: by itself the engine takes it when an
//! index is there already, and lets go of it when its own part of a commit is done.

use std::io;
use std::path::Path;
use std::sync::{Arc, Weak};

use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, INDEX_WRITER_LOCK, Lock, MmapDirectory, WatchCallback, WatchHandle, WritePtr,
};

use super::error::{Error, engine_error};

/// A folder, mapped.
#[derive(Debug, Clone)]
pub(super) struct Files {
    mapped: MmapDirectory,
    /// The lock of the writer, weak so that no thread of the engine that ends late keeps it; `None` for reading.
    held: Option<Weak<DirectoryLock>>,
}

impl Files {
    /// The folder to be read.
    pub(super) fn reading(folder: &Path) -> Result<Self, Error> {
        let mapped = MmapDirectory::open(folder).map_err(|source| engine_error(folder, source.into()))?;
        Ok(Self { mapped, held: None })
    }

    /// The folder to be written to for as long as the lock that comes with it is kept.
    pub(super) fn writing(folder: &Path) -> Result<(Self, Arc<DirectoryLock>), Error> {
        let Self { mapped, .. } = Self::reading(folder)?;
        let path = folder.to_owned();
        let lock = match mapped.acquire_lock(&INDEX_WRITER_LOCK) {
            Ok(lock) => Arc::new(lock),
            Err(LockError::LockBusy) => return Err(Error::Busy { path }),
            Err(LockError::IoError(source)) => {
                return Err(Error::Io {
                    path,
                    action: "the folder cannot be locked for writing",
                    source: io::Error::new(source.kind(), source),
                });
            }
        };
        let held = Some(Arc::downgrade(&lock));
        Ok((Self { mapped, held }, lock))
    }

    /// Whether a run of indexing is under way. Where that cannot be asked without writing, one may be.
    pub(super) fn has_writer(&self) -> bool {
        self.mapped.exists(&INDEX_WRITER_LOCK.filepath).unwrap_or(false)
            && self.mapped.acquire_lock(&INDEX_WRITER_LOCK).is_err()
    }

    fn for_writing(&self) -> io::Result<&MmapDirectory> {
        match self.held {
            Some(_) => Ok(&self.mapped),
            None => Err(io::Error::new(
                io::ErrorKind::PermissionDenied,
                "the index is open for reading",
            )),
        }
    }

    /// Keeps a writer from removing files while a reader opens them. Where the lock cannot be had without writing, there is
    /// nobody to wait for, or it is a folder of somebody else's that can only be read: then it is read without.
    fn lock_to_read(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        let none = DirectoryLock::from(Box::new(()));
        if !self.mapped.exists(&lock.filepath).unwrap_or(false) {
            return Ok(none);
        }
        match self.mapped.acquire_lock(lock) {
            Err(LockError::IoError(_)) => Ok(none),
            taken => taken,
        }
    }
}

impl Directory for Files {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.mapped.get_file_handle(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        let refused = |e| DeleteError::IoError {
            io_error: Arc::new(e),
            filepath: path.to_owned(),
        };
        self.for_writing().map_err(refused)?.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.mapped.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        let refused = |e| OpenWriteError::wrap_io_error(e, path.to_owned());
        self.for_writing().map_err(refused)?.open_write(path)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.mapped.atomic_read(path)
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        self.for_writing()?.atomic_write(path, data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.for_writing()?.sync_directory()
    }

    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        match &self.held {
            None => self.lock_to_read(lock),
            Some(held) if lock.filepath == INDEX_WRITER_LOCK.filepath => {
                let held = held.upgrade().ok_or(LockError::LockBusy)?;
                Ok(DirectoryLock::from(Box::new(held)))
            }
            Some(_) => self.mapped.acquire_lock(lock),
        }
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.mapped.watch(callback)
    }
}
