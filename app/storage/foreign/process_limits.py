"""Limits that a worker process puts on itself before it touches anything from outside."""

from __future__ import annotations

import sys

import msgspec


class WorkerLimits(msgspec.Struct, frozen=True):
    """How much a worker may use before it is stopped.

    Attributes:
        memory: Bytes; enforced by the system on Linux and Windows, not on macOS.
        cpu: Seconds of computing; enforced by the system.
        wall: Seconds from start to result; enforced by the process that waits.
    """

    memory: int = 1536 << 20
    cpu: int = 60
    wall: float = 120.0


def apply_limits(limits: WorkerLimits) -> None:
    """Limit the memory and the computing time of this process, for good.

    Raises:
        OSError: The system refused the limits.
    """
    if sys.platform == "win32":
        _enter_job(limits)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu, limits.cpu + 1))
        if sys.platform != "darwin":
            # macOS knows this limit but does not keep it.
            resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _LIMIT_PROCESS_TIME = 0x2
    _LIMIT_PROCESS_MEMORY = 0x100
    _DIE_ON_UNHANDLED_EXCEPTION = 0x400
    _EXTENDED_LIMIT_INFORMATION = 9
    _TICKS_PER_SECOND = 10_000_000

    class _BasicLimits(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def _enter_job(limits: WorkerLimits) -> None:
        """Put this process into a job object of its own; its handle lives as long as we do."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        wanted = _ExtendedLimits()
        wanted.BasicLimitInformation.LimitFlags = (
            _LIMIT_PROCESS_TIME | _LIMIT_PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION
        )
        wanted.BasicLimitInformation.PerProcessUserTimeLimit = limits.cpu * _TICKS_PER_SECOND
        wanted.ProcessMemoryLimit = limits.memory
        job = kernel.CreateJobObjectW(None, None)
        done = job and kernel.SetInformationJobObject(
            job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(wanted), ctypes.sizeof(wanted)
        )
        if not (done and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())):
            raise ctypes.WinError(ctypes.get_last_error())
