"""What becomes of each block of code in the transition guide.

A block is known by its number among all fenced blocks, by the line of its opening fence and by its anchor. A block of CAmkES
code has what stands before and behind it in the file that it is completed to, and the diagnostics that are true of it:
(severity, flag, line of the guide, a part of the message). Notes count where one is expected.
"""
from dataclasses import dataclass, field

OTHER = None  # a block of another language: XML, C, a device tree

STD = "import <std_connector.camkes>;\n"
GLOBAL = STD + "import <global-connectors.camkes>;\n"


@dataclass
class Camkes:
    before: str = ""
    after: str = ""
    expected: list = field(default_factory=list)
    flags: list = field(default_factory=list)


DEVICE_SYSTEM = """
component Driver { control; consumes Interrupt irq; dataport Buf mem; }
assembly {
    composition {
        component Device device;
        component Driver driver;
        connection seL4HardwareInterrupt interrupt(from device.irq, to driver.irq);
        connection seL4HardwareMMIO registers(from driver.mem, to device.mem);
    }
    configuration {
        device.irq_irq_number = 142;
        device.mem_paddr = 0x30890000;
        device.mem_size = 0x10000;
    }
}
"""

# Who calls and who provides; none of the guide's own interfaces has methods in it.
PROCEDURES = "".join(f"procedure {name} {{ void call(void); }}\n" for name in (
    "FileServerInterface", "Batch", "PutChar", "GetChar", "VirtQueueDev", "VirtQueueDrv", "VMDTBPassthrough"))
PASSTHROUGH = "connector seL4VMDTBPassthrough { from Procedure; to Procedure; }\n"
VIRTQUEUES = "procedure Queue { void init(void); }\ncomponent VirtQueueInit { provides Queue init; }\n"

VM_SYSTEM = """
component Files { provides FileServerInterface files; }
assembly {
    composition {
        component VM vm;
        component Files files;
        connection seL4RPCCall file_call(from vm.fs, to files.files);
        connection seL4Notification ready(from vm.notification_ready_connector, to vm.notification_ready);
        connection seL4VMDTBPassthrough passthrough(from vm.dtb_self, to vm.dtb);
    }
    configuration {
        vm.base_prio = 100;
        vm.linux_address_config = {
            "linux_ram_base": "0x40000000", "linux_ram_paddr_base": "0x40000000", "linux_ram_size": "0x20000000",
            "linux_ram_offset": "0", "dtb_addr": "0x4f000000", "initrd_max_size": "0x1900000", "initrd_addr": "0x4d700000"
        };
    }
}
"""

VM_MACROS = """
struct vswitch_mapping { string mac_addr; int recv_id; int send_id; }
component Files { provides FileServerInterface files; }
#define VM_INIT_DEF() \\
    control; \\
    uses FileServerInterface fs; \\
    maybe uses VirtQueueDev recv; \\
    maybe uses VirtQueueDrv send; \\
    maybe uses VMDTBPassthrough dtb_self; \\
    provides VMDTBPassthrough dtb; \\
    attribute int base_prio;
#define VM_GENERAL_COMPOSITION_DEF() component Files files;
#define VM_COMPOSITION_DEF(n) \\
    component VM vm##n; \\
    connection seL4RPCCall file_call##n(from vm##n.fs, to files.files);
#define VM_VIRTUAL_SERIAL_COMPOSITION_DEF(a, b) \\
    component VirtQueueInit serial; \\
    connection seL4VirtQueues serial_conn(to serial.init, \\
        from vm##a.send, from vm##a.recv, from vm##b.send, from vm##b.recv);
#define VM_GENERAL_CONFIGURATION_DEF() files.priority = 50;
#define VM_CONFIGURATION_DEF(n) vm##n.base_prio = 100;
#define VM_VIRTUAL_SERIAL_CONFIGURATION_DEF(a, b) serial.priority = 60;
"""

LAYOUT_VM = """
struct layout { string mac_addr; int recv_id; int send_id; }
struct cons { string init; string badge = ""; string irq = ""; }
component VM { control; attribute layout vswitch_layout[]; attribute cons init_cons[]; }
assembly {
    composition { component VM vm0; }
"""

PASSING_VM = PROCEDURES + PASSTHROUGH + """
component VM { control; maybe uses VMDTBPassthrough dtb_self; provides VMDTBPassthrough dtb; }
"""

# In the order of the guide: (line of the opening fence, anchor or "", what it is).
BLOCKS = [
    (54, "camkes-overview", Camkes(before=STD, expected=[
        ("error", "connection-end", 80, "did you mean 'from pong.n2, to ping.n2'?")])),
    (86, "cp-overview", OTHER),
    (123, "", Camkes(before="component Any { control; }\nassembly { composition { component Any any; } }\n")),
    (132, "", OTHER),
    (140, "", Camkes()),
    (158, "", OTHER),
    (170, "pd_config", OTHER),
    (190, "", Camkes(after="assembly { composition { component Ethdriver ethdriver; } }\n", expected=[
        ("warning", "integer-range", 194, "4157341696 is out of range for attribute 'mmio_paddr' of type int")])),
    (206, "thread_attr", Camkes(before="component Mycomponent { control; }\n", expected=[
        ("warning", "undeclared-attribute", 213, "declares no attribute 'budge'; did you mean 'budget'?")])),
    (228, "", Camkes(before=GLOBAL, expected=[
        ("error", "syntax", 248, "'connection' cannot be in a configuration: it belongs in a composition"),
        ("note", "", 248, "it needs a name too: 'connection seL4RPCDataportSignal name(...);'")])),
    (255, "", OTHER),
    (283, "", OTHER),
    (298, "", Camkes(after="component Driver { provides Ethdriver client; }\n"
                           "assembly { composition { component Driver driver; } }\n")),
    (307, "", Camkes(before=GLOBAL + "procedure Ethdriver { int tx(in int len); }\n"
                                     "component Server { control; uses Ethdriver ethdriver; }\n"
                                     "component Driver { provides Ethdriver client; }\n"
                                     "assembly { composition { component Server lwipserver; component Driver ethdriver; } }\n")),
    (321, "", OTHER),
    (352, "", OTHER),
    (390, "", Camkes(before=STD, after=DEVICE_SYSTEM)),
    (401, "", OTHER),
    (418, "", OTHER),
    (441, "", Camkes(before=LAYOUT_VM, after="}\n")),
    (467, "", OTHER),
    (488, "", Camkes(before=GLOBAL + PROCEDURES + VIRTQUEUES)),
    (514, "", OTHER),
    (576, "vm_config", Camkes(before=STD + PROCEDURES + PASSTHROUGH, after=VM_SYSTEM)),
    (635, "", Camkes(before="component FileServer { control; }\ncomponent SerialServer { control; }\n"
                            "component TimeServer { control; }\n")),
    (665, "", Camkes(before=GLOBAL + PROCEDURES + PASSTHROUGH + VIRTQUEUES + VM_MACROS)),
    (723, "", OTHER),
    (812, "", OTHER),
    (841, "", Camkes(before=PASSING_VM + "assembly { composition { component VM vm; } configuration {\n", after="} }\n",
                     flags=["--dtb={inputs}/pl011.dtb"])),
    (852, "", Camkes(before=PASSING_VM + "assembly { composition {\n", after="} }\n")),
    (859, "", OTHER),
]
